internal import FoundationEssentials

/// A fresh directory that goes when nobody holds it any more.
package final class TemporaryDirectory: Sendable {
    /// The directory's path, without a slash at the end.
    package let path: String

    package init() throws {
        let directory = FileManager.default.temporaryDirectory
            .appending(path: "maas-boot-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: directory, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        self.path = directory.path
    }

    /// The path of something in the directory.
    package func path(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file with this mode, and the directories above it; returns its path.
    @discardableResult
    package func write(_ text: String, to name: String, mode: Int = 0o600) throws -> String {
        try write(Data(text.utf8), to: name, mode: mode)
    }

    /// Copies a file here with this mode; returns its path.
    @discardableResult
    package func copy(_ source: String, to name: String, mode: Int = 0o600) throws -> String {
        try write(Data(contentsOf: URL(filePath: source)), to: name, mode: mode)
    }

    private func write(_ bytes: Data, to name: String, mode: Int) throws -> String {
        let file = URL(filePath: path(name))
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file)
        try FileManager.default.setAttributes(
            [.posixPermissions: mode], ofItemAtPath: file.path)
        return file.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
