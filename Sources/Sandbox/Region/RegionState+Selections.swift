extension RegionState {
    /// Refuses to lose the selection of the release machines are commissioned with (up to 3.7).
    func guardCommissioningRelease(_ selection: BootSourceSelection) throws(RegionError) {
        guard flavour < .v3_8, selection.os == settings["commissioning_osystem"]?.text,
            selection.release == settings["commissioning_distro_series"]?.text
        else { return }
        // Before 3.7 the message is never filled in.
        throw .badRequest(
            flavour >= .v3_7
                ? "Unable to delete \(selection.os) \(selection.release). "
                    + "It is the operating system used for commissioning."
                : "Unable to delete %s %s. "
                    + "It is the operating system used in ephemeral environments.")
    }

    /// Takes a removed selection's images away at once (3.8).
    mutating func dropImages(of selection: BootSourceSelection) {
        resources.removeAll { resource in
            guard resource.type == "Synced", !resource.isBootloader,
                resource.sourceID == selection.sourceID,
                resource.name == "\(selection.os)/\(selection.release)"
            else { return false }
            return !selections.contains {
                $0.os == selection.os && $0.release == selection.release
            }
        }
    }
}
