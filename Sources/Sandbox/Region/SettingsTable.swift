/// The region's settings and their defaults.
package enum SettingsTable {
    /// The values of a fresh region.
    package static func defaults(_ flavour: MAASFlavour) -> [String: JSONValue] {
        [
            "boot_images_auto_import": true, "boot_images_no_proxy": false,
            "commissioning_distro_series": "noble", "commissioning_osystem": "ubuntu",
            "default_distro_series": "noble", "default_osystem": "ubuntu",
            "enable_http_proxy": true, "http_proxy": nil, "maas_name": "sandbox",
        ]
    }
}
