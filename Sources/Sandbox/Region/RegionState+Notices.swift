extension RegionState {
    /// Puts up a notice, in place of one with the same ident.
    mutating func setNotice(
        _ ident: String, _ message: String, category: String = "error", users: Bool = true,
        dismissable: Bool = true
    ) {
        if notifications.contains(where: { $0.ident == ident && $0.message == message }) { return }
        clearNotice(ident)
        notifications.append(
            RegionNotification(
                id: nextID("notification"), ident: ident, message: message, category: category,
                users: users, dismissable: dismissable))
    }

    /// Takes a notice down.
    mutating func clearNotice(_ ident: String) {
        notifications.removeAll { $0.ident == ident }
    }

    /// Says how the last fetch of a source's catalogue went.
    ///
    /// Up to 3.7 one notice names every failing source with the reason; 3.8 has one each, without.
    mutating func noteFetch(of id: Int) {
        guard flavour >= .v3_8 else {
            noteCommissioningRelease()
            return noteFailingSources()
        }
        // The notice outlives its source.
        let ident = "Image manifest fetcher (boot source \(id))"
        guard caches[id]?.failure != nil, let source = sources.first(where: { $0.id == id }) else {
            return clearNotice(ident)
        }
        setNotice(
            ident,
            "Failed to fetch image manifest for boot source with url \(source.url). "
                + "Check the logs for more details.")
    }

    private mutating func noteFailingSources() {
        let lines = sources.compactMap { source -> String? in
            guard let failure = caches[source.id]?.failure, !failure.isSilent else { return nil }
            return HTMLText.escape("Failed to import images from \(source.url): \(failure.reason)")
        }
        guard !lines.isEmpty else { return clearNotice("Image importer") }
        setNotice("Image importer", lines.joined(separator: "<br>"), users: false)
    }

    /// Warns when no source is enabled (3.8).
    mutating func noteAvailability() {
        guard !sources.contains(where: \.enabled) else {
            return clearNotice("Boot sources availability")
        }
        setNotice(
            "Boot sources availability",
            "All the boot sources are disabled. "
                + "It will not be possible to download new boot resources.",
            category: "warning", dismissable: false)
    }

    /// Warns when the commissioning release is not selected or not offered.
    mutating func noteCommissioningRelease() {
        let os = settings["commissioning_osystem"]?.text ?? ""
        let release = settings["commissioning_distro_series"]?.text ?? ""
        let start = "\(os) \(release) is configured as the commissioning release but it is "
        let isSelected = selections.contains { $0.os == os && $0.release == release }
        let isOffered = caches.values.contains {
            $0.catalogue.images.contains { $0.os == os && $0.release == release }
        }
        note(!isSelected, "commissioning_series_unselected", start + "not selected for download!")
        note(
            !isOffered, "commissioning_series_unavailable",
            start + "unavailable in the configured streams!")
    }

    private mutating func note(_ applies: Bool, _ ident: String, _ message: String) {
        if applies { setNotice(ident, message) } else { clearNotice(ident) }
    }

    /// Adds an entry to the event log.
    mutating func log(_ level: String, _ type: String, _ description: String, now: Double) {
        events.append(
            RegionEvent(
                id: nextID("event"), level: level, type: type, description: description,
                created: now))
    }
}
