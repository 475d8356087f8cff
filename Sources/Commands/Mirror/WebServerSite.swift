internal import MirrorServer

/// A mirror's place on a web server, and the configuration that makes it so.
struct WebServerSite: Sendable {
    /// An absolute path without control characters.
    let directory: String
    let listen: ListenAddress
    /// Starts with a slash and ends in none; empty for the root.
    let base: String
    /// The host name that clients use, if it matters.
    let name: String?

    /// The address of the mirror's directory, ending in a slash.
    ///
    /// - Parameter host: this machine's name, for a server that listens at every address.
    func url(host: String) -> String {
        let host = name ?? (listen.isEveryAddress ? host : listen.urlHost)
        return "http://\(host)\(listen.port == 80 ? "" : ":\(listen.port)")\(base)/"
    }

    /// The text to put into a file for the server.
    func configuration(for server: WebServer) throws(Failure) -> String {
        switch server {
        case .nginx: nginx
        case .apache: apache
        case .caddy: try caddy
        }
    }

    /// What every configuration starts with.
    func heading(_ place: String) -> String {
        "# \(directory), served to MAAS regions. Put this into \(place)"
    }
}
