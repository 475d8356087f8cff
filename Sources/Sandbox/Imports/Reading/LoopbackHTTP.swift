internal import FlyingSocks
internal import FoundationEssentials
internal import Glibc

/// Reads files over plain HTTP, from 127.0.0.1 and nowhere else.
///
/// FlyingFox's own client gathers a whole body before it gives any of it away; the bodies here can
/// be images, or have no end at all.
struct LoopbackHTTP {
    /// Why a file could not be read.
    enum Failure: Error, Equatable {
        /// The URL does not lead to this machine, or nothing listens there.
        case unreachable(host: String, port: UInt16, path: String)
        /// The server answered with this status, and so not with the file.
        case status(Int)
        /// The answer broke off, was longer than allowed, or was no HTTP.
        case broken
    }

    /// The bytes at `url`, which may be `limit` at most.
    static func get(_ url: String, limit: Int) async throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        try await read(url, limit: limit) { bytes += $0 }
        return bytes
    }

    /// Gives the bytes at `url` away piece by piece, `limit` at most.
    static func read(
        _ url: String, limit: Int, _ take: (ArraySlice<UInt8>) -> Void
    ) async throws(Failure) {
        guard let address = LoopbackAddress(url) else { throw .status(404) }
        guard address.isLoopback, let socket = await connect(address) else {
            throw .unreachable(host: address.host, port: address.port, path: address.target)
        }
        defer { try? socket.close() }
        do {
            try await socket.write(Data(request(address).utf8))
            var answer = HTTPAnswer(source: socket)
            let status = try await answer.readHead()
            guard status == 200 else { throw Failure.status(status) }
            try await answer.readBody(limit: limit, take)
        } catch {
            throw error as? Failure ?? .broken
        }
    }

    private static func connect(_ address: LoopbackAddress) async -> AsyncSocket? {
        guard let place = try? sockaddr_in.inet(ip4: "127.0.0.1", port: address.port) else {
            return nil
        }
        return try? await AsyncSocket.connected(to: place, timeout: 60)
    }

    private static func request(_ address: LoopbackAddress) -> String {
        "GET \(address.target) HTTP/1.1\r\nHost: \(address.host):\(address.port)\r\n"
            + "User-Agent: maas-sandbox\r\nConnection: close\r\n\r\n"
    }
}
