/// Brings one file into the store, trying again as long as that makes sense.
struct ItemFetch: Sendable {
    /// Complete bodies with the wrong content before a file is given up: the first may be the fault
    /// of a part from an earlier run, or of the line.
    static let wrongContents = 2

    let fetch: MirrorPlan.Fetch
    let fetcher: WatchedFetch
    let store: any Store
    let retry: RetryPolicy
    let board: TransferBoard

    private var file: FileEntry { fetch.file }

    /// What a try means for the next one.
    private enum Step {
        case again
        case done(StoredItem?)
    }

    /// What has happened so far.
    private struct Course {
        var failures = 0
        var wrongContents = 0
        var best: Int64 = 0
    }

    /// Fetches the file, and what was stored when it has its name.
    func run() async -> (result: FileResult, stored: StoredItem?) {
        var begun: ItemReception?
        do {
            let writer = try await store.begin(file)
            let reception = ItemReception(file, into: writer) { [board, file] held, count in
                board.advance(file, held: held, by: count)
            }
            begun = reception
            let stored = try await bring(reception, writer)
            return (result(.fetched, reception), stored)
        } catch let failure as FileFailure {
            return (result(.failed(failure), begun), nil)
        } catch let error as StoreError {
            return (result(.failed(.store(error)), begun), nil)
        } catch {
            return (result(.failed(.cancelled), begun), nil)
        }
    }

    private func result(_ ending: FileResult.Ending, _ reception: ItemReception?) -> FileResult {
        let result = FileResult(
            file: file, ending: ending, received: reception?.received ?? 0,
            resumed: fetch.held > 0)
        board.finish(result)
        return result
    }

    private func bring(
        _ reception: ItemReception, _ writer: any ItemWriter
    ) async throws -> StoredItem? {
        var course = Course(best: writer.size)
        if writer.size > 0 { try await reception.readBack() }
        while true {
            guard !Task.isCancelled else { throw FileFailure.cancelled }
            if writer.size == file.size {
                let step = try await conclude(reception, writer, &course)
                if case .done(let stored) = step { return stored }
                continue
            }
            let offset = writer.size
            board.report(.started(file, offset: offset))
            let request = ItemRequest(
                path: file.path, offset: offset, size: file.size,
                entityTag: offset > 0 ? writer.entityTag : nil)
            let failure = await fetcher.run(request, into: reception)
            if writer.size == file.size, failure != .tooLong { continue }
            let cause = failure ?? .tooShort(received: writer.size)
            try await recover(from: cause, offset: offset, reception, writer, &course)
        }
    }

    /// All bytes are there: they are right, or they are void.
    private func conclude(
        _ reception: ItemReception, _ writer: any ItemWriter, _ course: inout Course
    ) async throws -> Step {
        let digest = reception.digest()
        if digest == file.sha256 {
            // Its name still stands for what published metadata says; it is given at publication.
            return .done(fetch.reason == .replaced ? nil : try await writer.commit())
        }
        course.wrongContents += 1
        guard course.wrongContents < Self.wrongContents else {
            try await writer.abandon()
            throw digest.map { FileFailure.wrongContent($0) } ?? .cancelled
        }
        try restart(reception, writer)
        return .again
    }

    /// Decides whether a failed try is the last one; when not, waits.
    private func recover(
        from failure: FileFailure, offset: Int64, _ reception: ItemReception,
        _ writer: any ItemWriter, _ course: inout Course
    ) async throws {
        var retryAfter: Duration?
        switch failure {
        case .source(let error):
            switch error.kind {
            case .rangeIgnored where offset > 0: return try restart(reception, writer)
            case .temporary(let wish): retryAfter = wish
            case .interrupted: break
            default: throw failure
            }
        case .tooLong where offset > 0: try restart(reception, writer)
        case .tooLong:
            try await writer.abandon()
            throw failure
        case .stalled, .tooShort: break
        case .cancelled, .store, .wrongContent: throw failure
        }
        if writer.size >= course.best + retry.progress {
            course.best = writer.size
            course.failures = 0
        }
        course.failures += 1
        guard course.failures < retry.attempts else { throw failure }
        try await pause(course.failures, failure, retryAfter)
    }

    private func pause(
        _ failures: Int, _ failure: FileFailure, _ retryAfter: Duration?
    ) async throws {
        let pause = retry.pause(
            afterFailures: failures, retryAfter: retryAfter, chance: fetcher.time.chance())
        board.report(.retrying(file, failure, after: pause))
        do {
            try await fetcher.time.sleep(pause)
        } catch {
            throw FileFailure.cancelled
        }
    }

    private func restart(_ reception: ItemReception, _ writer: any ItemWriter) throws(StoreError) {
        board.lose(writer.size)
        try reception.restart()
    }
}
