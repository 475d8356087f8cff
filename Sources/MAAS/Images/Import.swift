internal import Transport

extension RegionClient {
    /// Tells the region to import. It answers the same whatever happens next.
    ///
    /// - Parameter mayRepeat: regions up to 3.7 ignore a second order while an import runs; on 3.8
    ///   it kills the running one, so there it must be sent once.
    package func startImport(mayRepeat: Bool) async throws(RegionError) {
        try await perform(
            "start an import", .post, "boot-resources/", query: [FormField("op", "import")],
            mayRepeat: mayRepeat)
    }

    /// Tells the region to stop importing; it takes some seconds to do so.
    package func stopImport() async throws(RegionError) {
        try await perform(
            "stop the import", .post, "boot-resources/", query: [FormField("op", "stop_import")],
            mayRepeat: true)
    }

    /// Whether the region says that it is importing. False does not mean finished, and on 3.8 not
    /// even that nothing is being downloaded.
    package func isImporting() async throws(RegionError) -> Bool {
        try await read(
            "ask whether an import runs", "boot-resources/", query: [.init("op", "is_importing")])
    }
}
