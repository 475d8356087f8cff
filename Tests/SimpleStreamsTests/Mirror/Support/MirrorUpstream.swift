import Foundation
import Synchronization

@testable import SimpleStreams

/// An upstream in memory that can misbehave in every way a server can.
final class MirrorUpstream: Source {
    /// How a transfer of an item goes wrong.
    enum Fault: Sendable, Equatable {
        case fails(SourceError.Kind)
        /// The line breaks after so many bytes of the answer.
        case breaks(after: Int)
        /// The body ends early as if it were whole.
        case ends(after: Int)
        /// Nothing more comes after so many bytes, until the fetch is cancelled.
        case stalls(after: Int)
        /// One byte is another.
        case flips
        /// So many bytes too many.
        case overlong(by: Int)
        /// A `Range` is answered with the whole.
        case ignoresRange
    }

    struct Request: Equatable, Sendable {
        let path: String
        let offset: Int64
        let entityTag: String?
    }

    private struct State {
        var stream: SampleMirrorStream {
            didSet { (files, documents) = (stream.files, stream.documents) }
        }
        var files: [String: [UInt8]]
        var documents: [String: [UInt8]]
        var faults: [String: [Fault]] = [:]
        var lasting: [String: Fault] = [:]
        var requests: [Request] = []
        var documentFaults: [String: [SourceError.Kind]] = [:]
        var events: [@Sendable (String) -> Void] = []
        var fetching = 0
        var mostFetching = 0
        var gathering = 0
    }

    let name: String
    private let state: Mutex<State>
    /// Bytes in a piece.
    private let piece: Int

    init(
        _ stream: SampleMirrorStream = SampleMirrorStream(), name: String = "http://up.example/",
        piece: Int = 1000
    ) {
        self.name = name
        self.piece = piece
        state = Mutex(
            State(stream: stream, files: stream.files, documents: stream.documents))
    }

    var stream: SampleMirrorStream {
        get { state.withLock { $0.stream } }
        set { state.withLock { $0.stream = newValue } }
    }
    var requests: [Request] { state.withLock { $0.requests } }
    var paths: [String] { requests.map(\.path) }
    var mostFetching: Int { state.withLock { $0.mostFetching } }

    /// Transfers wait until so many were under way at once, for 20 seconds at most.
    func gather(_ count: Int) { state.withLock { $0.gathering = count } }
    func forgetRequests() { state.withLock { $0.requests = [] } }
    /// The next transfers of an item go wrong so, one after the other.
    func fail(_ path: String, _ faults: Fault...) { state.withLock { $0.faults[path] = faults } }
    /// All transfers of an item go wrong so.
    func failAlways(_ path: String, _ fault: Fault?) { state.withLock { $0.lasting[path] = fault } }
    func failDocument(_ path: String, _ kinds: SourceError.Kind...) {
        state.withLock { $0.documentFaults[path] = kinds }
    }
    func heal() {
        state.withLock { state in
            state.faults = [:]
            state.lasting = [:]
            state.documentFaults = [:]
            state.events = []
        }
    }
    /// Calls back with the path of each request, before it is answered.
    func onRequest(_ event: @escaping @Sendable (String) -> Void) {
        state.withLock { $0.events = [event] }
    }

    private func note(_ request: Request) {
        let events = state.withLock { state in
            state.requests.append(request)
            return state.events
        }
        for event in events { event(request.path) }
    }

    func document(at path: RelativePath, limit: Int) async throws(SourceError) -> [UInt8] {
        note(Request(path: path.text, offset: 0, entityTag: nil))
        let (bytes, fault) = state.withLock { state in
            var faults = state.documentFaults[path.text] ?? []
            let fault = faults.isEmpty ? nil : faults.removeFirst()
            state.documentFaults[path.text] = faults
            return (state.documents[path.text], fault)
        }
        if let fault { throw SourceError(fault, "fault") }
        guard let bytes else { throw SourceError(.notFound, "404") }
        guard bytes.count <= limit else { throw SourceError(.tooLong, "too long") }
        return bytes
    }

    func fetch(
        _ request: ItemRequest, into receiver: any ItemReceiver
    ) async throws(SourceError) {
        let path = request.path.text
        note(Request(path: path, offset: request.offset, entityTag: request.entityTag))
        let (content, fault) = state.withLock { state in
            state.fetching += 1
            state.mostFetching = max(state.mostFetching, state.fetching)
            var faults = state.faults[path] ?? []
            let fault = faults.isEmpty ? state.lasting[path] : faults.removeFirst()
            state.faults[path] = faults
            return (state.files[path], fault)
        }
        defer { state.withLock { $0.fetching -= 1 } }
        await Task.yield()
        let deadline = ContinuousClock.now + .seconds(20)
        while state.withLock({ $0.mostFetching < $0.gathering }), ContinuousClock.now < deadline {
            await Task.yield()
        }
        if case .fails(let kind)? = fault { throw SourceError(kind, "fault \(kind)") }
        guard var bytes = content else { throw SourceError(.notFound, "404") }
        if request.offset > 0 {
            guard fault != .ignoresRange, request.offset < bytes.count else {
                throw SourceError(.rangeIgnored, "200 for a range")
            }
        }
        switch fault {
        case .flips: bytes[bytes.count - 1] ^= 1
        case .overlong(let count): bytes += [UInt8](repeating: 7, count: count)
        default: break
        }
        try await deliver(Array(bytes[Int(request.offset)...]), fault, receiver)
    }

    private func deliver(
        _ body: [UInt8], _ fault: Fault?, _ receiver: any ItemReceiver
    ) async throws(SourceError) {
        guard receiver.begin(entityTag: "\"tag\"") else { throw SourceError(.stopped, "stopped") }
        var limit = body.count
        if case .breaks(let count)? = fault { limit = min(limit, count) }
        if case .ends(let count)? = fault { limit = min(limit, count) }
        if case .stalls(let count)? = fault { limit = min(limit, count) }
        var sent = 0
        while sent < limit {
            if Task.isCancelled { throw SourceError(.cancelled, "cancelled") }
            let end = min(limit, sent + piece)
            let slice = Array(body[sent..<end])
            guard receiver.receive(slice.span.bytes) else {
                throw SourceError(.stopped, "stopped")
            }
            sent = end
        }
        switch fault {
        case .breaks: throw SourceError(.interrupted, "connection reset")
        case .stalls:
            while !Task.isCancelled { try? await Task.sleep(for: .seconds(3600)) }
            throw SourceError(.cancelled, "cancelled")
        default: break
        }
    }
}
