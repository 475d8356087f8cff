internal import SimpleStreams
internal import Synchronization

/// Standard output as the place of an archive.
struct ArchiveStreamOutput: ArchiveOutput {
    let sink: any ByteSink

    func write(_ bytes: borrowing RawSpan) throws(ArchiveError) {
        do throws(OutputProblem) {
            try sink.write(bytes: bytes)
        } catch {
            switch error {
            case .closed:
                throw ArchiveError(
                    .closed, "the reader of the archive went away before its end",
                    hint: "what it has is no whole archive")
            case .failed(let reason):
                throw ArchiveError(.failed, "the archive could not be written: \(reason)")
            }
        }
    }
}

/// Standard input as the place of an archive.
actor ArchiveStreamInput: ArchiveInput {
    nonisolated let name = "standard input"
    nonisolated let size: Int64? = nil
    private let source: any ByteSource
    private var pending: ArraySlice<UInt8> = []

    init(_ source: any ByteSource) {
        self.source = source
    }

    func read(at offset: Int64, _ count: Int) async throws(ArchiveError) -> [UInt8] {
        if pending.isEmpty {
            do {
                pending = try await source.read()[...]
            } catch is CancellationError {
                throw ArchiveError(.cancelled, "cancelled")
            } catch {
                throw ArchiveError(.failed, Failure(from: error).message)
            }
        }
        let bytes = Array(pending.prefix(count))
        pending = pending.dropFirst(count)
        return bytes
    }
}
