internal import FoundationEssentials

/// Finds out what stands at the paths of files, several at once.
struct Survey: Sendable {
    let store: any Store
    let readsAll: Bool
    let progress: any MirrorProgress

    /// Hashing is work for the processors, not for the line; asking a store far away is none for them.
    private var width: Int { readsAll ? max(1, ProcessInfo.processInfo.activeProcessorCount) : 16 }

    /// Observes each file. A place where something was planted ends the survey with its name.
    func observe(
        _ files: [FileEntry], records: [RelativePath: FileRecord]
    ) async throws(StoreError) -> [RelativePath: Observation] {
        var observations: [RelativePath: Observation] = [:]
        var unproven: [(file: FileEntry, found: StoredItem)] = []
        for file in files {
            let found = try await store.look(at: file.path)
            switch FirstLook.judge(
                file, found: found, record: records[file.path], readsAll: readsAll)
            {
            case .known(let observation): observations[file.path] = observation
            case .needsReading(let item): unproven.append((file, item))
            }
        }
        for (file, observation) in try await read(unproven) {
            observations[file.path] = observation
        }
        return observations
    }

    private func read(
        _ files: [(file: FileEntry, found: StoredItem)]
    ) async throws(StoreError) -> [(FileEntry, Observation)] {
        let results = await BoundedWork.map(files, width: width) { file, found in
            await readOne(file, found)
        }
        var read: [(FileEntry, Observation)] = []
        for ((file, _), result) in zip(files, results) {
            guard let result else { break }
            if let observation = try result.get() { read.append((file, observation)) }
        }
        guard read.count == files.count else {
            throw StoreError(.failed, "reading \(store.name) was cancelled")
        }
        return read
    }

    @concurrent private func readOne(
        _ file: FileEntry, _ found: StoredItem
    ) async -> Result<Observation?, StoreError> {
        progress.report(.reading(file.path))
        do throws(StoreError) {
            return .success(
                try await ItemCheck(store: store).judge(file, found, readsAll: readsAll))
        } catch {
            return .failure(error)
        }
    }
}
