internal import FlyingSocks

/// Reads one HTTP/1 answer from a connection that is closed behind it (RFC 9112).
struct HTTPAnswer {
    private let source: AsyncSocket
    private var received: ArraySlice<UInt8> = []
    private var length: Int?
    private var isChunked = false

    private static let headLimit = 64 * 1024

    init(source: AsyncSocket) { self.source = source }

    /// Reads the head and returns the status.
    mutating func readHead() async throws -> Int {
        let start = try await line().split(separator: " ")
        guard start.count >= 2, start[0].hasPrefix("HTTP/1."), let status = Int(start[1]) else {
            throw LoopbackHTTP.Failure.broken
        }
        while case let line = try await line(), !line.isEmpty {
            let parts = line.split(separator: ":", maxSplits: 1).map(Text.trim)
            guard parts.count == 2 else { continue }
            switch parts[0].lowercased() {
            case "content-length": length = Int(parts[1])
            case "transfer-encoding": isChunked = parts[1].lowercased() == "chunked"
            default: continue
            }
        }
        return status
    }

    /// Gives away the body piece by piece; fails when it is incomplete or longer than `limit`.
    mutating func readBody(limit: Int, _ take: (ArraySlice<UInt8>) -> Void) async throws {
        var left = limit
        if isChunked {
            while case let size = try await chunkSize(), size > 0 {
                try await pass(size, &left, take)
                _ = try await line()
            }
        } else if let length {
            try await pass(length, &left, take)
        } else {
            throw LoopbackHTTP.Failure.broken
        }
    }

    private mutating func chunkSize() async throws -> Int {
        guard let size = Int(try await line().prefix { $0 != ";" }, radix: 16) else {
            throw LoopbackHTTP.Failure.broken
        }
        return size
    }

    private mutating func pass(
        _ count: Int, _ left: inout Int, _ take: (ArraySlice<UInt8>) -> Void
    ) async throws {
        guard count >= 0, count <= left else { throw LoopbackHTTP.Failure.broken }
        left -= count
        var missing = count
        while missing > 0 {
            if received.isEmpty { try await receive() }
            let piece = received.prefix(missing)
            received = received.dropFirst(piece.count)
            missing -= piece.count
            take(piece)
        }
    }

    /// The next line, without its end.
    private mutating func line() async throws -> String {
        while true {
            if let end = received.firstIndex(of: UInt8(ascii: "\n")) {
                let line = Text.trim(String(decoding: received[..<end], as: UTF8.self))
                received = received[(end + 1)...]
                return line
            }
            guard received.count < Self.headLimit else { throw LoopbackHTTP.Failure.broken }
            try await receive()
        }
    }

    private mutating func receive() async throws {
        let bytes = try await source.read(atMost: 64 * 1024)
        received = received.isEmpty ? bytes[...] : received + bytes
    }
}
