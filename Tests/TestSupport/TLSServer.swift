/// An HTTPS server on loopback, run by the `python3` program. Answers any GET with the path asked.
package final class TLSServer: Sendable {
    private let process: ChildProcess
    /// The port it listens on, chosen by the system.
    package let port: Int

    package init(_ authority: PrivateAuthority) throws {
        process = try ChildProcess([
            "python3", "-c", Self.program, authority.serverFile, authority.serverKeyFile,
        ])
        port = Int(process.firstLine()) ?? 0
    }

    package func url(_ path: String = "/") -> String { "https://127.0.0.1:\(port)\(path)" }

    private static let program = """
        import http.server, os, ssl, sys, threading

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                body = self.path.encode()
                away = self.headers.get("X-Redirect-To")
                self.send_response(302 if away else 200)
                if away:
                    self.send_header("Location", away)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        def end_with_parent():
            sys.stdin.read()
            os._exit(0)

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[1], sys.argv[2])
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False)
        threading.Thread(target=end_with_parent, daemon=True).start()
        print(server.server_port, flush=True)
        server.serve_forever()
        """
}
