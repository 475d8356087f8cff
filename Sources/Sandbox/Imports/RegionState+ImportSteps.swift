extension RegionState {
    /// Takes a running import as far as it has come by `now`.
    mutating func advanceImport(now: Double) {
        while let run = importRun {
            switch run.stage {
            case .aborted:
                guard run.started + pace.metadataDuration <= now else { return }
                importRun = nil
            case .reading(let awaiting):
                let ready = max(run.started + metadataTime, run.ready)
                guard awaiting.isEmpty, ready <= now else { return }
                beginDownloads(at: ready)
            case .downloading(let since, let items):
                guard advanceDownloads(items, since: since, now: now) else { return }
            case .stopping(let until):
                guard until <= now else { return }
                endStopped(at: until)
            }
        }
    }

    private var metadataTime: Double {
        faults.contains(.instantImport) ? 0 : pace.metadataDuration
    }

    /// Decides what to download, makes the sets, and drops what is no longer wanted.
    private mutating func beginDownloads(at time: Double) {
        if faults.contains(.importFailsAtOnce) { return failImport(at: time) }
        let skipped = importRun?.skipped ?? []
        let planned = plannedImages().filter { !skipped.contains($0.key) }
        logSources(planned, now: time)
        if flavour < .v3_8 { dropUnplanned(planned, now: time) }
        let items = planned.flatMap { missingItems(of: $0) }
        guard !items.isEmpty else { return finishImport(planned, at: time) }
        let ordered = inOrder(items)
        importRun?.stage = .downloading(since: time, items: ordered)
        orderFiles(of: planned, items)
    }

    /// Bootloaders are downloaded last on 3.5 to 3.7, and first elsewhere.
    private func inOrder(_ items: [ImportRun.Item]) -> [ImportRun.Item] {
        guard !flavour.keepsImagesOnRegions || flavour >= .v3_8 else { return items }
        let bootloaders = resources.filter(\.isBootloader)
        return items.filter { bootloaders.contains(where: $0.isOf) }
            + items.filter { !bootloaders.contains(where: $0.isOf) }
    }

    private mutating func logSources(_ planned: [PlannedImage], now: Double) {
        guard flavour < .v3_8 else { return }
        for source in sources where !planned.isEmpty {
            log(
                "DEBUG", "Region import info", "Importing images from source: \(source.url)",
                now: now)
        }
    }

    /// Deletes images that are no longer selected, but never all of them at once (up to 3.7).
    private mutating func dropUnplanned(_ planned: [PlannedImage], now: Double) {
        let synced = resources.filter { $0.type == "Synced" }
        guard !planned.isEmpty else {
            guard !synced.isEmpty, caches.values.allSatisfy({ $0.failure == nil }) else { return }
            return log(
                "ERROR", "Region import error",
                "Finalization of imported images skipped, "
                    + "or all \(synced.count) synced images would be deleted.", now: now)
        }
        let keys = Set(planned.map(\.key))
        resources.removeAll {
            $0.type == "Synced" && !keys.contains("\($0.name) \($0.architecture)")
        }
    }

    /// The set of a planned image that has to be downloaded; none when it is complete.
    private mutating func missingItems(of planned: PlannedImage) -> [ImportRun.Item] {
        let image = planned.image
        if flavour >= .v3_8 {
            // The image of a source with higher priority replaces another's at once.
            resources.removeAll {
                $0.type == "Synced" && !$0.isBootloader && $0.name == image.resourceName
                    && $0.architecture == image.architecture
                    && $0.sourceID != planned.source.id
            }
        }
        if storedSet(image) == nil { store(image, from: planned.source, complete: false) }
        guard let (resource, set) = storedSet(image), !set.isComplete else { return [] }
        return [
            ImportRun.Item(
                name: resource.name, architecture: resource.architecture, version: set.version,
                alreadyStored: set.stored, size: set.size)
        ]
    }

    private func storedSet(
        _ image: Catalogue.Image
    ) -> (BootResource, BootResource.ImageSet)? {
        for resource in resources
        where resource.type == "Synced" && resource.name == image.resourceName
            && resource.architecture == image.architecture
        {
            if let set = resource.sets.last(where: { $0.version == image.version }) {
                return (resource, set)
            }
        }
        return nil
    }

    /// Ends a stopped import: 3.5 to 3.7 leave unfinished sets where they are, the others do not.
    private mutating func endStopped(at time: Double) {
        importRun = nil
        if flavour < .v3_5 { logIncomplete(at: time) }
        if flavour < .v3_5 || flavour >= .v3_8 { dropIncomplete() }
    }

    private mutating func logIncomplete(at time: Double) {
        for resource in resources
        where resource.type == "Synced" && !resource.sets.contains(where: \.isComplete) {
            log(
                "ERROR", "Region import error",
                "Resource <BootResource name=\(resource.name), arch=\(resource.architecture), "
                    + "kflavor=generic, base=> has no complete resource set!", now: time)
        }
    }
}
