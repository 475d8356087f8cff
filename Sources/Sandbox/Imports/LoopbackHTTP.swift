internal import FlyingFox
internal import FlyingSocks
internal import FoundationEssentials
internal import Glibc

/// Reads files over plain HTTP, from 127.0.0.1 and nowhere else.
struct LoopbackHTTP {
    /// Why a file could not be read.
    enum Failure: Error, Equatable {
        /// The URL does not lead to this machine, or nothing listens there.
        case unreachable(host: String, port: UInt16, path: String)
        /// The server answered, but not with the file.
        case notFound
    }

    /// The bytes at `url`.
    static func get(_ url: String) async throws(Failure) -> [UInt8] {
        guard let place = Place(url) else { throw .notFound }
        let unreachable = Failure.unreachable(
            host: place.host, port: place.port, path: place.path)
        guard place.isLoopback else { throw unreachable }
        guard let response = await send(place) else { throw unreachable }
        guard response.status == 200 else { throw .notFound }
        return response.body
    }

    private static func send(_ place: Place) async -> (status: Int, body: [UInt8])? {
        var client = HTTPClient()
        let request = HTTPRequest(
            method: .GET, version: .http11, path: place.path, query: [],
            headers: [.host: "\(place.host):\(place.port)", .connection: "close"], body: Data())
        guard let address = try? sockaddr_in.inet(ip4: "127.0.0.1", port: place.port),
            let response = try? await client.sendHTTPRequest(request, to: address),
            let body = try? await response.bodyData
        else { return nil }
        return (response.statusCode.code, Array(body))
    }

    /// Where a URL leads.
    private struct Place {
        var host: String
        var port: UInt16
        var path: String

        init?(_ url: String) {
            guard url.hasPrefix("http://") else { return nil }
            let rest = url.dropFirst("http://".count)
            let authority = rest.prefix { $0 != "/" }
            let parts = authority.split(separator: ":")
            guard let host = parts.first, parts.count <= 2,
                let port = parts.count == 2 ? UInt16(parts[1]) : 80
            else { return nil }
            self.host = String(host)
            self.port = port
            path = PercentEncoding.decode(rest.dropFirst(authority.count))
        }

        var isLoopback: Bool { host == "localhost" || host.hasPrefix("127.") }
    }
}
