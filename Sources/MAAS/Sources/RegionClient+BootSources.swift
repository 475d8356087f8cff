internal import Transport

extension RegionClient {
    /// All boot sources by ascending id; regions send them in no particular order.
    package func bootSources() async throws(RegionError) -> [BootSource] {
        let sources: [BootSource] = try await read("list boot sources", "boot-sources/")
        return sources.sorted { $0.id < $1.id }
    }

    package func bootSource(_ id: Int) async throws(RegionError) -> BootSource {
        try await read("read boot source \(id)", "boot-sources/\(id)/")
    }

    /// Creates a source. The region checks the form of the address, not what is behind it.
    package func createBootSource(
        _ change: BootSourceChange
    ) async throws(RegionError) -> BootSource {
        try await write("add a boot source", .post, "boot-sources/", body: change.creationBody)
    }

    /// Changes a source in place, keeping its id, selections and stored keyring.
    ///
    /// - Parameter source: the source as it is now; its keyring decides what must be sent.
    package func updateBootSource(
        _ source: BootSource, _ change: BootSourceChange
    ) async throws(RegionError) -> BootSource {
        let what = "change boot source \(source.id)"
        let body: RequestBody
        do {
            body = try change.updateBody(changing: source)
        } catch {
            throw RegionError(doing: what, region: url, .unsendable(error))
        }
        return try await write(what, .put, "boot-sources/\(source.id)/", body: body)
    }

    /// Deletes a source with its selections. Regions up to 3.7 keep its images until the next
    /// import; 3.8 deletes them at once.
    package func deleteBootSource(_ id: Int) async throws(RegionError) {
        try await perform("remove boot source \(id)", .delete, "boot-sources/\(id)/")
    }
}
