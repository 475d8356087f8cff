internal import Dispatch
internal import Glibc
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
        let text = try await text()
        let reader = DocumentReader(
            .init(
                environment: context.environment, directory: directory,
                keyring: { try KeyringFile.binary(at: $0) }))
        do {
            return try reader.read(Array(text.utf8))
        } catch let error as DocumentMistake {
            throw failure(error)
        }
    }

    private func text() async throws -> String {
        guard path != "-" else {
            return try await context.standardInput.readAll(limit: Self.longest)
        }
        let descriptor = try await open()
        defer { close(descriptor) }
        do {
            return try await DescriptorSource(descriptor).readAll(limit: Self.longest)
        } catch var failure as Failure {
            if failure.kind == .failed { throw unreadable(failure.received ?? failure.message) }
            failure.received = path
            throw failure
        }
    }

    /// Opens the file, which may be a pipe that nobody writes to yet: on a thread that can wait.
    private func open() async throws(Failure) -> Int32 {
        let (descriptor, number) = await withCheckedContinuation { continuation in
            DispatchQueue(label: "maas-boot.opening").async {
                let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
                continuation.resume(returning: (descriptor, errno))
            }
        }
        guard descriptor < 0 else { return descriptor }
        guard number != ENOENT else {
            throw Failure(
                .notFound, "there is no such document", received: path,
                hint: "begin with what a region has: maas-boot export > \(ShellWord.quoted(path))")
        }
        throw unreadable(SystemReason.text(number))
    }

    private func unreadable(_ reason: String) -> Failure {
        Failure(.failed, "the document cannot be read: \(reason)", received: path)
    }

    /// Where relative paths of the document start: its own directory, for what lies in one.
    private var directory: String {
        let isStream = path == "-" || path.hasPrefix("/dev/") || path.hasPrefix("/proc/")
        return isStream || !path.contains("/") ? "" : DirectoryPath.parent(of: path)
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
