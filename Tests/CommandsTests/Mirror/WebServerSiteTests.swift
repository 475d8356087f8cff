import Foundation
import MirrorServer
import TestSupport
import Testing

@testable import Commands

/// The printed configurations, tried with the real servers.
@Suite struct WebServerSiteTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let server: WebServer
        let name: String
        let base: String
        var testDescription: String { "\(server.rawValue) \(name) \(base)" }
    }

    private static let plain = WebServer.allCases.flatMap { server in
        [
            Case(server: server, name: "mirror", base: ""),
            Case(server: server, name: "m", base: "/maas/images"),
        ]
    }
    private static let odd = [
        Case(server: .nginx, name: #"it's a 100% "odd" $m\r;{}[x]*"#, base: "/maas"),
        Case(server: .apache, name: #"it's a 100% "odd" $m;{}[x]*?"#, base: "/maas"),
        Case(server: .caddy, name: #"it's a 100% "odd" $m\r;[x]*"#, base: ""),
    ]
    private static let cases = (plain + odd).filter { $0.server.isThere }

    @Test(arguments: cases)
    func `serves a mirror as mirror serve does`(trial: Case) async throws {
        let room = try TemporaryDirectory()
        let directory = trial.name
        try room.write("{}", to: "\(directory)/streams/v1/index.json", mode: 0o644)
        try room.write("0123456789", to: "\(directory)/noble/20240821/squashfs", mode: 0o644)
        try room.write("state", to: "\(directory)/.maas-boot/state.json", mode: 0o644)
        try room.write("secret", to: "secret", mode: 0o644)
        #expect(symlink(room.path("secret"), room.path(directory) + "/link") == 0)
        let server = try await RealWebServer(trial.server, room, room.path(directory), trial.base)
        let base = trial.base
        let index = try await server.get("\(base)/streams/v1/index.json")
        #expect(index.hasSuffix("\r\n\r\n{}") && index.contains("no-cache"), "\(index)")
        #expect(index.contains("application/json") && index.lowercased().contains("etag: "))
        #expect(index.lowercased().contains("x-content-type-options: nosniff"))
        let part = try await server.get("\(base)/noble/20240821/squashfs", "Range: bytes=7-")
        #expect(part.hasPrefix("HTTP/1.1 206") && part.hasSuffix("\r\n\r\n789"))
        #expect(part.contains(ContentRules.lasting))
        #expect(part.contains("bytes 7-9/10"))
        let tag = index.split(separator: "\r\n").first { $0.lowercased().hasPrefix("etag: ") }
        let same = try await server.get(
            "\(base)/streams/v1/index.json", "If-None-Match: \(tag?.dropFirst(6) ?? "")")
        #expect(same.hasPrefix("HTTP/1.1 304"))
        for path in ["/.maas-boot/state.json", "/.maas-boot/", "/noble/nothing"] {
            #expect(try await server.get(base + path).hasPrefix("HTTP/1.1 404"), "\(path)")
        }
        if trial.server != .caddy {
            #expect(try await server.get("\(base)/link").hasPrefix("HTTP/1.1 403"))
        }
        let page = try await server.get("\(base)/")
        #expect(page.hasPrefix("HTTP/1.1 200") && page.contains("noble/"), "\(page)")
        #expect(!page.contains("maas-boot/"))
        if !base.isEmpty {
            #expect(try await server.get("/streams/v1/index.json").hasPrefix("HTTP/1.1 404"))
            #expect(try await server.get(base).contains("HTTP/1.1 301"))
        }
        try room.write("<h1>ours", to: "\(directory)/index.html", mode: 0o644)
        #expect(try await server.get("\(base)/").hasSuffix("<h1>ours"))
    }

    @Test(
        .enabled(if: WebServer.nginx.isThere, "needs nginx-light"),
        .enabled(if: WebServer.apache.isThere, "needs apache2-bin"),
        .enabled(if: WebServer.caddy.isThere, "needs caddy"))
    func `all three were tried`() {
        #expect(Set(Self.cases.map(\.server)) == Set(WebServer.allCases))
    }

    @Test func `says what Caddy cannot be told`() {
        let site = WebServerSite(
            directory: "/srv/{x}", listen: ListenAddress(host: "::", port: 80), base: "", name: nil)
        #expect(throws: Failure.self) { try site.configuration(for: .caddy) }
        #expect(site.url(host: "mirror") == "http://mirror/")
    }

    @Test func `prints it, with nothing else`() async throws {
        let captured = CapturedContext()
        let run = await MirrorFixture.run(
            [
                "mirror", "serve", "/srv/images", "--print", "nginx", "--server-name",
                "mirror.example.com",
            ],
            in: captured)
        #expect(run.status == 0 && run.error.isEmpty)
        #expect(
            run.output.contains("listen 0.0.0.0:80;")
                && run.output.contains("root \"/srv/images\";"))
        #expect(run.output.contains("server_name mirror.example.com;"))
    }
}

extension WebServer {
    /// Where Debian's package has the program.
    var program: String {
        switch self {
        case .nginx: "/usr/sbin/nginx"
        case .apache: "/usr/sbin/apache2"
        case .caddy: "/usr/bin/caddy"
        }
    }

    var isThere: Bool { FileManager.default.isExecutableFile(atPath: program) }
}

/// One of the servers with a printed configuration and nothing else, on a port of its own.
final class RealWebServer: Sendable {
    private let process: ChildProcess
    private let port: UInt16

    init(
        _ server: WebServer, _ room: TemporaryDirectory, _ directory: String, _ base: String
    ) async throws {
        // None of them can choose a port, so one that the system just gave is handed on.
        port = try Self.freePort()
        let site = WebServerSite(
            directory: directory, listen: ListenAddress(host: "127.0.0.1", port: port), base: base,
            name: nil)
        let own = try room.write(try site.configuration(for: server), to: "server/site.conf")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: room.path)
        let main = try room.write(
            server.surroundings(room.path("server"), own), to: "server/main.conf")
        process = try ChildProcess(
            heedless: ["env", "HOME=\(room.path("server"))", server.program]
                + server.arguments(room.path("server"), main))
        // That it listens can be seen in no other way.
        for _ in 0..<200 {
            if try await Tool.run("curl", ["-s", "--noproxy", "*", url("/")]).status == 0 {
                return
            }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("\(server.rawValue) does not start")
    }

    private static func freePort() throws -> UInt16 {
        try MirrorServer(
            directory: "/", at: ListenAddress(host: "127.0.0.1", port: 0), log: { _ in }
        ).releasedPort
    }

    func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

    /// The answer, head and all.
    func get(_ path: String, _ field: String = "X: y") async throws -> String {
        let output = try await Tool.run(
            "curl", ["-si", "--path-as-is", "--noproxy", "*", "-H", field, url(path)]
        ).output
        return String(decoding: output, as: UTF8.self)
    }
}

extension MirrorServer {
    /// Its port, which is free from then on.
    fileprivate var releasedPort: UInt16 {
        stop()
        return address.port
    }
}

extension WebServer {
    /// What a distribution's own configuration has around a site.
    fileprivate func surroundings(_ directory: String, _ site: String) -> String {
        switch self {
        case .nginx:
            let scratch = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map {
                "\($0)_temp_path \(directory)/temp;"
            }
            return """
                daemon off; master_process off; pid \(directory)/pid; error_log \(directory)/log;
                events {}
                http { access_log off; \(scratch.joined(separator: " ")) include \(site); }
                """
        case .apache:
            let modules = [
                "alias", "authz_core", "autoindex", "dir", "headers", "mime", "mpm_event",
            ]
            .map { "LoadModule \($0)_module /usr/lib/apache2/modules/mod_\($0).so" }
            return """
                \(modules.joined(separator: "\n"))
                ServerRoot \(directory)
                ServerName localhost
                PidFile \(directory)/pid
                ErrorLog \(directory)/log
                TypesConfig /dev/null
                DefaultRuntimeDir \(directory)
                <Directory />
                    Require all denied
                </Directory>
                Include \(site)
                """
        case .caddy:
            return """
                {
                    admin off
                    auto_https off
                }
                import \(site)
                """
        }
    }

    fileprivate func arguments(_ directory: String, _ main: String) -> [String] {
        switch self {
        case .nginx: ["-p", directory, "-c", main]
        case .apache: ["-d", directory, "-f", main, "-X"]
        case .caddy: ["run", "--config", main, "--adapter", "caddyfile"]
        }
    }
}
