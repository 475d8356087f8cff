internal import FlyingFox
internal import FlyingSocks
internal import Foundation

/// A web server on loopback that serves a mirror's directory, as a site's own does.
package enum MirrorHost {
    /// Serves the directory for the time of the work, which is given its address.
    package static func with(
        _ directory: String, _ work: (String) async throws -> Void
    ) async throws {
        let server = HTTPServer(
            config: .init(
                address: try sockaddr_in.inet(ip4: "127.0.0.1", port: 0), logger: .disabled))
        await server.appendRoute(
            "GET /*",
            to: DirectoryHTTPHandler(root: URL(filePath: directory), serverPath: "/"))
        let task = Task { try await server.run() }
        try await server.waitUntilListening(timeout: 60)
        guard case .ip4(_, let port)? = await server.listeningAddress else { return }
        do {
            try await work("http://127.0.0.1:\(port)/")
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
        _ = await task.result
    }
}
