extension RegionState {
    /// Asks for the files that an import is about to show as arriving, as far as a stream has them.
    mutating func orderFiles(of planned: [PlannedImage], _ items: [ImportRun.Item]) {
        var seen: Set<String> = []
        let files = planned.filter { one in items.contains { one.isOf($0) } }
            .flatMap(\.image.files)
            .filter { $0.url.map { seen.insert($0).inserted } == true }
        guard !files.isEmpty else { return }
        let order = DownloadOrder(serial: nextSerial(), files: files)
        importRun?.delivery = .awaited(order.serial)
        importRun?.comesFromStream = true
        downloadOrders.append(order)
    }

    /// Takes in how the files of an import arrived.
    ///
    /// Up to 3.7 one that did not fails the import. On 3.8 one that is gone fails the selections
    /// that need it, and one that arrives broken is fetched again and again, without a word.
    mutating func deliver(_ outcome: DownloadOutcome, for order: DownloadOrder, now: Double) {
        guard importRun?.delivery == .awaited(order.serial),
            case .downloading? = importRun?.stage
        else { return }
        if flavour < .v3_8, let file = (outcome.gone + outcome.wrong).first {
            return failImport(at: now, file: file)
        }
        importRun?.delivery = outcome.wrong.isEmpty ? .certain : .broken
        if !outcome.gone.isEmpty { giveUp(Set(outcome.gone), now: now) }
    }

    /// Leaves the images out that need a file which is not there (3.8).
    private mutating func giveUp(_ gone: Set<String>, now: Double) {
        let lost = plannedImages().filter { $0.firstFile(among: gone) != nil }
        for selection in selections {
            let own = lost.first {
                $0.source.id == selection.sourceID && selection.selects($0.image)
            }
            if let file = own?.firstFile(among: gone) { noteMissing(file, for: selection) }
        }
        guard case .downloading(let since, let items)? = importRun?.stage else { return }
        let kept = items.filter { item in !lost.contains { $0.isOf(item) } }
        dropSets(of: items.filter { item in lost.contains { $0.isOf(item) } })
        resources.removeAll { $0.type == "Synced" && $0.sets.isEmpty }
        importRun?.skipped.formUnion(lost.map(\.key))
        importRun?.stage = .downloading(since: since, items: kept)
        guard kept.isEmpty else { return }
        let lostKeys = Set(lost.map(\.key))
        finishImport(plannedImages().filter { !lostKeys.contains($0.key) }, at: now)
    }
}

extension RegionState.PlannedImage {
    /// Whether an item of an import is this image's.
    fileprivate func isOf(_ item: ImportRun.Item) -> Bool {
        item.name == image.resourceName && item.architecture == image.architecture
    }

    /// The first of the image's files with one of these URLs.
    fileprivate func firstFile(among urls: Set<String>) -> String? {
        image.files.lazy.compactMap(\.url).first(where: urls.contains)
    }
}
