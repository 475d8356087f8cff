internal import FoundationEssentials

/// A file for a later `--since`, written whole or not at all.
struct StateFile: Sendable {
    let path: String

    init(_ path: String) {
        self.path = path
    }

    func write(_ bytes: [UInt8]) throws {
        do {
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw Failure(
                .failed, "the state file cannot be written", received: path,
                hint: "check that its directory is there and can be written to")
        }
    }
}
