/// What a fresh region holds: one official source, ubuntu/noble for amd64 selected and imported.
package enum DefaultContent {
    package static let debKeyring = "/usr/share/keyrings/ubuntu-cloudimage-keyring.gpg"
    package static let snapKeyring =
        "/snap/maas/current/usr/share/keyrings/ubuntu-cloudimage-keyring.gpg"
    package static let officialURL = "http://images.maas.io/ephemeral-v3/stable/"

    /// The official source as a flavour writes it: 3.8 strips the slash and names it.
    static func officialSource(
        _ flavour: MAASFlavour, id: Int, keyring: String = debKeyring, now: Double
    ) -> BootSource {
        flavour.hasSourcePriorities
            ? BootSource(
                id: id, url: String(officialURL.dropLast()), keyringFilename: keyring,
                created: now, name: "MAAS Stable", priority: 1)
            : BootSource(id: id, url: officialURL, keyringFilename: keyring, created: now)
    }

    /// Fills an empty region with the default source, selection and images.
    static func fill(_ state: inout RegionState, with catalogue: Catalogue, now: Double) {
        addOfficialSource(&state, now: now)
        guard let source = state.sources.first else { return }
        state.caches[source.id] = CatalogueCache(catalogue: catalogue)
        for image in catalogue.images where state.wants(image, from: source) {
            state.store(image, from: source, complete: true)
        }
    }

    /// The source a region makes by itself, with its one selection.
    static func addOfficialSource(_ state: inout RegionState, now: Double) {
        let source = officialSource(
            state.flavour, id: state.nextID("source"), keyring: state.officialKeyring, now: now)
        state.sources.append(source)
        let release = state.settings["commissioning_distro_series"]?.text ?? "noble"
        state.selections.append(
            BootSourceSelection(
                id: state.nextID("selection"), sourceID: source.id, os: "ubuntu", release: release,
                arches: ["amd64"]))
    }
}
