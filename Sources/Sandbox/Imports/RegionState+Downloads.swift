extension RegionState {
    /// How much of an import has arrived when a fault breaks it: less than the first of two images.
    private static let breakingPoint = 0.4

    /// Moves the bytes that have arrived by `now`; true when that ended the download.
    mutating func advanceDownloads(
        _ items: [ImportRun.Item], since: Double, now: Double
    ) -> Bool {
        let total = items.reduce(0) { $0 + $1.missing }
        let duration = downloadDuration(total)
        let fraction = duration > 0 ? min(1, (now - since) / duration) : 1
        if faults.contains(.restart), importRun?.hasRestarted == false,
            fraction >= Self.breakingPoint
        {
            return restartDownloads(items, at: since + duration * Self.breakingPoint)
        }
        if faults.contains(.failedImport), fraction >= Self.breakingPoint {
            move(Self.breakingPoint, of: items)
            failImport(at: since + duration * Self.breakingPoint)
            return true
        }
        let isStalled = faults.contains(.stalledImport) || importRun?.delivery != .certain
        let moved = isStalled ? min(fraction, Self.breakingPoint) : fraction
        move(moved, of: items)
        guard moved >= 1 else { return false }
        let skipped = importRun?.skipped ?? []
        finishImport(plannedImages().filter { !skipped.contains($0.key) }, at: since + duration)
        return true
    }

    private func downloadDuration(_ bytes: Int) -> Double {
        if faults.contains(.instantImport) { return 0 }
        if let rate = pace.bytesPerSecond, rate > 0 { return Double(bytes) / rate }
        return max(0, pace.importDuration - pace.metadataDuration)
    }

    /// Begins the download again from the first byte, as a restarted worker does.
    private mutating func restartDownloads(_ items: [ImportRun.Item], at time: Double) -> Bool {
        importRun?.hasRestarted = true
        importRun?.stage = .downloading(since: time, items: items)
        return true
    }

    /// Puts a part of all bytes into the sets, file by file: one set after the other, or from a
    /// stream into all at the same time, so that none is complete before its files have arrived.
    private mutating func move(_ part: Double, of items: [ImportRun.Item]) {
        var rest = Int(Double(items.reduce(0) { $0 + $1.missing }) * part)
        let isEven = importRun?.comesFromStream == true
        for item in items {
            let share =
                isEven ? Int(Double(item.missing) * part) : min(rest, item.missing)
            rest -= share
            setStored(item.alreadyStored + share, of: item)
        }
    }

    private mutating func setStored(_ stored: Int, of item: ImportRun.Item) {
        guard let index = resources.firstIndex(where: item.isOf),
            let set = resources[index].sets.firstIndex(where: { $0.version == item.version })
        else { return }
        var rest = stored
        for file in resources[index].sets[set].files.indices {
            let size = resources[index].sets[set].files[file].file.size
            resources[index].sets[set].files[file].stored = min(rest, size)
            rest -= min(rest, size)
        }
    }
}
