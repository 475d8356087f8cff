extension RegionState {
    /// What follows from a changed setting: a new proxy means new catalogues (up to 3.7), and
    /// automatic imports switched on again begin at once (3.8).
    mutating func settingWasSaved(_ name: String, old: JSONValue?, now: Double) {
        switch name {
        case "http_proxy", "enable_http_proxy":
            if flavour < .v3_8, settings[name] != old { refreshCatalogues(now: now) }
        case "commissioning_distro_series": noteCommissioningRelease()
        case "boot_images_auto_import":
            if flavour >= .v3_8, old == false, settings[name] == true { startImport(now: now) }
        default: break
        }
    }
}
