internal import MAAS
internal import Transport

extension Diagnosis {
    static func autoImport(_ examination: Examination) -> Finding {
        guard let setting = examination.settings[.bootImagesAutoImport] else {
            return Finding("auto-import", .warning, "the setting could not be read")
        }
        guard setting.isTrue else {
            return Finding(
                "auto-import", .warning,
                "the region does not import by itself: images stay as they are until an import is started",
                fix: "maas-boot import start, from a timer; or set boot_images_auto_import to true")
        }
        return Finding("auto-import", .ok, "on")
    }

    /// A proxy stands between the region and its mirrors unless boot_images_no_proxy is set, and
    /// some versions did not honour even that (3.5.0 to 3.5.8, 3.6.0 to 3.6.2).
    static func proxy(_ examination: Examination) -> [Finding] {
        let settings = examination.settings
        guard settings[.enableHTTPProxy]?.isTrue == true,
            let proxy = settings[.httpProxy]?.nonEmptyText.map(Address.shown)
        else { return [Finding("proxy", .ok, "images are fetched without an external proxy")] }
        let mirrors = mirrorHosts(examination)
        guard !mirrors.isEmpty else {
            return [Finding("proxy", .ok, "images come through \(proxy)")]
        }
        let list = mirrors.joined(separator: ", ")
        if settings[.bootImagesNoProxy]?.isTrue != true {
            return [
                Finding(
                    "proxy", .warning, "the region asks \(proxy) for images of \(list)",
                    fix: "if the mirror is local: maas PROFILE maas set-config "
                        + "name=boot_images_no_proxy value=true")
            ]
        }
        guard ignoresNoProxy(examination.version) else {
            return [Finding("proxy", .ok, "\(list) is fetched past \(proxy)")]
        }
        return [
            Finding(
                "proxy", .problem,
                "MAAS \(examination.version.text) downloads through \(proxy) although boot_images_no_proxy is set",
                fix: "update to 3.5.9, 3.6.3 or 3.7, or let the proxy pass \(list)")
        ]
    }

    private static func ignoresNoProxy(_ version: RegionVersion) -> Bool {
        switch (version.major, version.minor) {
        case (3, 5): version.patch < 9
        case (3, 6): version.patch < 3
        default: false
        }
    }

    private static func mirrorHosts(_ examination: Examination) -> [String] {
        (examination.sources ?? []).map(\.source.url)
            .filter { OfficialStream(url: $0) == nil }
            .compactMap { url in
                url.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first
                    .map(String.init)
            }
    }
}
