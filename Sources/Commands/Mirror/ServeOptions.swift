package import ArgumentParser
package import MirrorServer

/// The options that say where a mirror is served.
package struct ServeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Listen here (default: 127.0.0.1:8080, with --print 0.0.0.0:80); port 0 takes a free one.",
            valueName: "address:port"))
    package var listen: ListenAddress?

    @Option(
        help: ArgumentHelp(
            "Serve the mirror below this path, for example /maas/images.", valueName: "path"))
    package var base: ServedBase = ServedBase()

    @Option(
        name: .customLong("print"),
        help: ArgumentHelp(
            "Print a configuration for this server instead: nginx, apache or caddy.",
            valueName: "server"))
    package var server: WebServer?

    @Option(
        help: ArgumentHelp(
            "With --print: the host name regions use for this server.", valueName: "name"))
    package var serverName: String?

    package init() {}

    package func validate() throws {
        guard let serverName else { return }
        guard server != nil else {
            throw ValidationError("--server-name is for a printed configuration; add --print.")
        }
        let isName =
            !serverName.isEmpty
            && serverName.utf8.allSatisfy { byte in
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
                    || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "-.".utf8.contains(byte)
            }
        guard isName else { throw ValidationError("--server-name is no host name: \(serverName)") }
    }
}

extension ListenAddress: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(parsing: argument)
    }

    package var defaultValueDescription: String { description }
}

/// A server that a configuration can be printed for.
package enum WebServer: String, Sendable, CaseIterable, ExpressibleByArgument {
    case nginx
    case apache
    case caddy
}

/// Where a mirror is in a server's paths.
package struct ServedBase: Sendable, Hashable, ExpressibleByArgument {
    /// Starts with a slash and ends in none; empty for the root.
    package let path: String

    /// The root.
    package init() { path = "" }

    /// Reads a path of plain names; nil for anything else. Other characters would each need another
    /// quoting in every server's patterns.
    package init?(argument: String) {
        let names = argument.split(separator: "/").map(String.init)
        let isPlain = names.allSatisfy { name in
            name.utf8.first != UInt8(ascii: ".")
                && name.utf8.allSatisfy { byte in
                    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
                        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                        || "-._~".utf8.contains(byte)
                }
        }
        guard isPlain else { return nil }
        path = names.map { "/" + $0 }.joined()
    }

    package var defaultValueDescription: String { "/" }
}
