extension RegionState {
    /// What `is_importing` answers.
    ///
    /// Up to 3.7 true from the start; on 3.8 only while something visible is being downloaded.
    var isImporting: Bool {
        guard let run = importRun, !faults.contains(.isImportingLies) else { return false }
        guard flavour >= .v3_8 else { return true }
        switch run.stage {
        case .reading, .aborted: return false
        case .downloading, .stopping: return run.isVisible
        }
    }

    /// What POST `import` does.
    mutating func startImport(now: Double) {
        if flavour < .v3_8 {
            guard importRun == nil else { return }
            if sources.isEmpty { DefaultContent.addOfficialSource(&self, now: now) }
            beginRun(now: now, isVisible: true)
        } else {
            // What a saved source started goes on by itself, and the new import finds it busy.
            if let run = importRun, !run.isVisible { return }
            let skipped = killImport()
            notifications.removeAll { $0.ident?.hasPrefix("Sync selection") == true }
            noteAvailability()
            beginRun(now: now, isVisible: true)
            importRun?.skipped = skipped
        }
    }

    /// What POST `stop_import` does; it takes effect a moment later, longest on 3.3.
    mutating func stopImport(now: Double) {
        guard let run = importRun, run.isVisible else { return }
        if case .stopping = run.stage { return }
        let longest = flavour < .v3_5 ? 4.0 : 0.5
        importRun?.stage = .stopping(until: now + min(longest, pace.importDuration))
    }

    /// Starts a run: asks for the catalogues it needs.
    mutating func beginRun(now: Double, isVisible: Bool) {
        let basis = ImportRun.Basis(urls: sources.map(\.url), selections: selections)
        var run = ImportRun(
            started: now, isVisible: isVisible, stage: .aborted, ready: now, basis: basis)
        if flavour >= .v3_8 || allKeyringsExist {
            let read = flavour >= .v3_8 ? sources.filter(\.enabled) : sources
            run.stage = .reading(awaiting: Set(read.map(\.id)))
            importRun = run
            for source in read { orderCatalogue(of: source, now: now) }
        }
        importRun = importRun ?? run
    }

    /// Ends a running import as a second one does on 3.8: what it was downloading vanishes and
    /// is not begun again. Returns the images concerned.
    private mutating func killImport() -> Set<String> {
        guard let run = importRun else { return [] }
        importRun = nil
        guard case .downloading(_, let items) = run.stage else { return [] }
        let begun = resources.filter { resource in
            items.contains { $0.isOf(resource) } && resource.sets.contains { !$0.isComplete }
        }
        dropIncomplete()
        return Set(begun.map { "\($0.name) \($0.architecture)" })
    }

    /// Removes unfinished sets, and resources that have none left.
    mutating func dropIncomplete() {
        for index in resources.indices where resources[index].type == "Synced" {
            resources[index].sets.removeAll { !$0.isComplete }
        }
        resources.removeAll { $0.type == "Synced" && $0.sets.isEmpty }
    }
}
