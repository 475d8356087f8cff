import Foundation

/// nginx on loopback, serving a directory over TLS with HTTP/2.
package final class NginxServer: Sendable {
    /// Whether the program is there at all.
    package static let isInstalled = ["/usr/sbin/nginx", "/usr/bin/nginx"].contains {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    private let process: ChildProcess
    private let directory: TemporaryDirectory
    package let port: Int

    /// - Parameter files: names and contents of what it serves.
    package init(_ authority: PrivateAuthority, files: [String: String]) throws {
        directory = try TemporaryDirectory()
        // nginx cannot choose a port, so one that the system just gave is handed on.
        let socket = try LoopbackSocket.listen()
        port = LoopbackSocket.port(of: socket)
        close(socket)
        for (name, content) in files { try directory.write(content, to: name) }
        try directory.write(Self.settings(directory, authority, port: port), to: "nginx.conf")
        process = try ChildProcess(heedless: [
            "env", "PATH=/usr/sbin:/usr/bin", "nginx", "-p", directory.path, "-c",
            directory.path("nginx.conf"),
        ])
    }

    package func url(_ path: String = "/") -> String { "https://127.0.0.1:\(port)\(path)" }

    private static func settings(
        _ directory: TemporaryDirectory, _ authority: PrivateAuthority, port: Int
    ) -> String {
        let scratch = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map {
            "\($0)_temp_path \(directory.path("temp"));"
        }
        return """
            daemon off;
            master_process off;
            pid \(directory.path("nginx.pid"));
            error_log \(directory.path("error.log"));
            events {}
            http {
                access_log off;
                \(scratch.joined(separator: "\n    "))
                server {
                    listen 127.0.0.1:\(port) ssl http2;
                    ssl_certificate \(authority.serverFile);
                    ssl_certificate_key \(authority.serverKeyFile);
                    root \(directory.path);
                }
            }
            """
    }
}
