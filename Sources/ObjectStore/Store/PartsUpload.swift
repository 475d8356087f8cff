internal import Synchronization
internal import Transport

/// An object on its way to the store in parts.
final class PartsUpload: Sendable {
    private typealias Creation = Task<Result<String, S3Error>, Never>
    private typealias Sending = Task<Result<UploadedPart, S3Error>, Never>

    private struct State {
        var creation: Creation?
        var parts: [Sending] = []
        var id: String?
        var failure: S3Error?
        var isOver = false
    }

    private let client: S3Client
    private let key: String
    private let headers: [HTTPHeader]
    private let lane: UploadLane
    private let state = Mutex(State())

    /// - Parameter headers: what is kept with the object.
    init(_ client: S3Client, key: String, headers: [HTTPHeader], lane: UploadLane) {
        self.client = client
        self.key = key
        self.lane = lane
        self.headers = headers
    }

    /// The store's name for the upload; nil before it has given one.
    var id: String? { state.withLock { $0.id } }

    /// Why a part did not arrive; nil while all do.
    var failure: S3Error? { state.withLock { $0.failure } }

    /// Sends the next part. Blocks the thread while too many parts of all uploads are under way.
    func add(_ bytes: [UInt8]) {
        let creation = begun()
        let number = state.withLock { $0.parts.count + 1 }
        let sending = lane.begin { [client, key, weak self] in
            let result = await Self.send(number, bytes, client, key, creation)
            if case .failure(let error) = result { self?.note(error) }
            return result
        }
        state.withLock { $0.parts.append(sending) }
    }

    /// Makes the object of its parts and returns its entity tag.
    func complete() async throws(S3Error) -> String {
        let (creation, sendings) = state.withLock { ($0.creation, $0.parts) }
        guard let creation else {
            throw S3Error(status: 0, code: "", detail: "\(key) has no parts")
        }
        let id = try await creation.value.get()
        var parts: [UploadedPart] = []
        for sending in sendings { parts.append(try await sending.value.get()) }
        let tag = try await client.completeParts(key, in: id, parts)
        state.withLock { $0.isOver = true }
        return tag
    }

    /// Forgets the parts; does nothing to an object that is whole.
    func abort() async {
        let (creation, sendings) = state.withLock { state in
            defer { state.isOver = true }
            return state.isOver ? (nil, []) : (state.creation, state.parts)
        }
        guard let creation else { return }
        for sending in sendings { sending.cancel() }
        // A part that arrives after the upload was aborted would be kept, and paid for.
        for sending in sendings { _ = await sending.value }
        guard case .success(let id) = await creation.value else { return }
        // Not cancelled with whoever aborts; what cannot be aborted now is stale for the next run.
        await Task { try? await client.abortParts(key, in: id) }.value
    }

    /// The upload, begun with its first part.
    private func begun() -> Creation {
        state.withLock { state in
            if let creation = state.creation { return creation }
            let creation = Creation(executorPreference: lane) { [client, key, headers, weak self] in
                do throws(S3Error) {
                    let id = try await client.beginParts(key, headers: headers)
                    self?.state.withLock { $0.id = id }
                    return .success(id)
                } catch {
                    return .failure(error)
                }
            }
            state.creation = creation
            return creation
        }
    }

    private func note(_ error: S3Error) {
        state.withLock { $0.failure = $0.failure ?? error }
    }

    private static func send(
        _ number: Int, _ bytes: [UInt8], _ client: S3Client, _ key: String, _ creation: Creation
    ) async -> Result<UploadedPart, S3Error> {
        do throws(S3Error) {
            let id = try await creation.value.get()
            return .success(try await client.putPart(number, bytes, of: key, in: id))
        } catch {
            return .failure(error)
        }
    }
}
