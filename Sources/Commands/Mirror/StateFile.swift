/// A file for a later `--since`, written whole or not at all.
struct StateFile: Sendable {
    let path: String

    init(_ path: String) {
        self.path = path
    }

    func write(_ bytes: [UInt8]) throws {
        guard PublicFile.write(bytes, to: path, for: .asUmaskSays) == nil else {
            throw Failure(
                .failed, "the state file cannot be written", received: path,
                hint: "check that its directory is there and can be written to")
        }
    }
}
