extension RegionState {
    /// What a rack's copy of the images is in (before 3.5; later ones are always `synced`).
    func rackStatus(_ rack: RackController) -> String {
        guard !flavour.keepsImagesOnRegions else { return "synced" }
        guard rack.isConnected else { return "unknown" }
        if importRun != nil { return "region-importing" }
        if rack.syncStarted != nil { return "syncing" }
        return rack.held == completeVersions ? "synced" : "out-of-sync"
    }

    /// Lets every connected rack fetch what it lacks (before 3.5).
    mutating func startRackSync(now: Double) {
        guard !flavour.keepsImagesOnRegions else { return }
        for index in racks.indices where racks[index].isConnected {
            racks[index].syncStarted = now
        }
    }

    /// Ends the racks' synchronisations that are over by `now`; each takes as long as an import
    /// reads metadata.
    mutating func advanceRacks(now: Double) {
        for index in racks.indices {
            guard let started = racks[index].syncStarted, started + pace.metadataDuration <= now
            else { continue }
            racks[index].syncStarted = nil
            racks[index].held = completeVersions
        }
    }

    /// The newest complete version of each image.
    var completeVersions: [String: String] {
        var versions: [String: String] = [:]
        for resource in resources {
            if let set = resource.sets.last(where: \.isComplete) {
                versions["\(resource.name) \(resource.architecture)"] = set.version
            }
        }
        return versions
    }
}
