/// The settings of a region that bear on images.
package enum SettingName: String, Sendable, CaseIterable {
    /// The hourly import.
    case bootImagesAutoImport = "boot_images_auto_import"
    /// Fetch images past the proxy.
    case bootImagesNoProxy = "boot_images_no_proxy"
    case enableHTTPProxy = "enable_http_proxy"
    case httpProxy = "http_proxy"
    /// The Ubuntu release that machines boot to be commissioned; regions do not tell its operating
    /// system over the API (3.3 to 3.8).
    case commissioningRelease = "commissioning_distro_series"
    case defaultOS = "default_osystem"
    case defaultRelease = "default_distro_series"
    /// The name people gave the region.
    case maasName = "maas_name"

    /// Regions read any other text than `false` and the empty one as true.
    package var isBoolean: Bool {
        switch self {
        case .bootImagesAutoImport, .bootImagesNoProxy, .enableHTTPProxy: true
        default: false
        }
    }
}
