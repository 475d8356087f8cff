internal import FoundationEssentials
internal import Workflows
internal import YAML

/// Reads a document from a file or standard input.
struct DocumentFile: Sendable {
    let path: String
    let context: Context

    /// No document is longer; what is longer was not meant.
    private static let longest = 4 << 20

    /// The document.
    ///
    /// - Throws: a failure with the file, line and column of the first mistake.
    func read() async throws -> Document {
        let bytes = try await bytes()
        let reader = DocumentReader(
            .init(
                environment: context.environment, directory: directory,
                keyring: { try KeyringFile.binary(at: $0) }))
        do {
            return try reader.read(bytes)
        } catch let error as DocumentMistake {
            throw failure(error)
        }
    }

    private func bytes() async throws -> [UInt8] {
        guard path != "-" else {
            return Array(try await context.standardInput.readAll(limit: Self.longest).utf8)
        }
        guard let handle = FileManager.default.contents(atPath: path) else {
            throw unreadable
        }
        guard handle.count <= Self.longest else {
            throw Failure(.usage, "the document is longer than 4 MiB", received: path)
        }
        return [UInt8](handle)
    }

    private var unreadable: Failure {
        var isDirectory = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            return Failure(
                .notFound, "there is no such document", received: path,
                hint: "begin with what a region has: maas-boot export > \(ShellWord.quoted(path))")
        }
        let reason = isDirectory ? "it is a directory" : "this user may not read it"
        return Failure(.failed, "the document cannot be read: \(reason)", received: path)
    }

    /// Where relative paths of the document start: its own directory.
    private var directory: String {
        path == "-" || !path.contains("/") ? "" : DirectoryPath.parent(of: path)
    }

    /// `FILE:LINE:COLUMN: what is wrong`, as compilers say it and editors find it.
    private func failure(_ error: DocumentMistake) -> Failure {
        let name = path == "-" ? "standard input" : path
        let place = error.place.map { ":\($0.line):\($0.column)" } ?? ""
        return Failure(
            .usage, "\(name)\(place): \(error.problem)", hint: error.hint,
            details: [
                "file": .string(name), "line": .integer(orNull: error.place?.line),
                "column": .integer(orNull: error.place?.column),
            ])
    }
}
