internal import ArgumentParser
internal import Workflows

/// `--keyring auto|FILE|server:PATH`.
package enum KeyringArgument: Sendable, Equatable, ExpressibleByArgument {
    case auto
    /// A keyring on this machine, to store in the region.
    case file(String)
    /// A path on the region's machines.
    case server(String)

    package init?(argument: String) {
        if argument == "auto" {
            self = .auto
        } else if argument.hasPrefix("server:") {
            let path = String(argument.dropFirst("server:".count))
            guard path.hasPrefix("/") else { return nil }
            self = .server(path)
        } else if argument.isEmpty {
            return nil
        } else {
            self = .file(argument)
        }
    }

    /// Reads the file, where there is one.
    func choice() throws -> KeyringChoice {
        switch self {
        case .auto: .auto
        case .server(let path): .serverPath(path)
        case .file(let path): .upload(try KeyringFile.binary(at: path), from: path)
        }
    }
}
