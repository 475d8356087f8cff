extension RegionState {
    /// Ends an import that went well: old versions go, racks follow (up to 3.4), and what changed
    /// meanwhile is imported anew (up to 3.7).
    mutating func finishImport(_ planned: [PlannedImage], at time: Double) {
        let versions = Dictionary(
            planned.map { ($0.key, $0.image.version) }, uniquingKeysWith: { first, _ in first })
        for index in resources.indices where resources[index].type == "Synced" {
            let key = "\(resources[index].name) \(resources[index].architecture)"
            guard let version = versions[key] else { continue }
            resources[index].sets.removeAll { $0.version != version }
        }
        let run = importRun
        importRun = nil
        if !flavour.keepsImagesOnRegions { startRackSync(now: time) }
        let basis = ImportRun.Basis(urls: sources.map(\.url), selections: selections)
        if let run, flavour < .v3_8, run.basis != basis { beginRun(now: time, isVisible: true) }
    }

    /// Ends an import that failed, with the notice each generation gives; `file` is the URL that
    /// was to blame, where there is one.
    mutating func failImport(at time: Double, file: String? = nil) {
        let run = importRun
        importRun = nil
        if flavour >= .v3_8 {
            failSelections()
            dropSets(of: run)
            dropIncomplete()
        } else {
            let source = sources.first { file?.hasPrefix($0.url) == true } ?? sources.first
            let url = source?.url ?? ""
            let missing = file ?? StreamLocation(url).index
            setNotice(
                "Image importer",
                "Failed to import images from \(url): Unable to open \(missing). mirrors=[]",
                users: false)
            if flavour < .v3_5 { dropIncomplete() }
        }
    }

    private mutating func dropSets(of run: ImportRun?) {
        guard case .downloading(_, let items)? = run?.stage else { return }
        dropSets(of: items)
    }

    /// Removes what a failed synchronisation had brought, finished or not; bootloaders stay.
    mutating func dropSets(of items: [ImportRun.Item]) {
        for item in items {
            for index in resources.indices
            where item.isOf(resources[index]) && !resources[index].isBootloader {
                resources[index].sets.removeAll { $0.version == item.version }
            }
        }
    }

    private mutating func failSelections() {
        for selection in selections {
            guard let source = sources.first(where: { $0.id == selection.sourceID }) else {
                continue
            }
            let file = "\(source.url)/\(selection.release)/\(selection.arches.first ?? "")/squashfs"
            noteMissing(file, for: selection)
        }
    }

    /// Says that a selection cannot be had because a file is not there (3.8).
    mutating func noteMissing(_ url: String, for selection: BootSourceSelection) {
        setNotice(
            "Sync selection \(selection.id)",
            "Failed to synchronize selection \(selection.id): HTTPStatusError: Client error "
                + "'404 File not found' for url '\(url)'\nFor more information check: "
                + "https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/404")
    }
}
