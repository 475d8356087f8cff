import Foundation

/// A certificate authority that only the test knows, with a certificate for 127.0.0.1 and
/// no other name, made by the `openssl` program.
package final class PrivateAuthority: Sendable {
    private let directory: TemporaryDirectory

    /// The authority's own certificate, PEM.
    package var authorityFile: String { directory.path("ca.pem") }
    /// The server's certificate and key, PEM.
    package var serverFile: String { directory.path("server.pem") }
    package var serverKeyFile: String { directory.path("server.key") }

    package init() throws {
        directory = try TemporaryDirectory()
        try directory.write(
            "subjectAltName=IP:127.0.0.1\nbasicConstraints=CA:FALSE\n",
            to: "server.ext")
        try run(
            "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=Private -keyout ca.key -out ca.pem"
        )
        try run(
            "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=Server -keyout server.key -out server.csr"
        )
        try run(
            "x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 "
                + "-extfile server.ext -out server.pem")
    }

    /// The words that name files are those with a dot.
    private func run(_ arguments: String) throws {
        let words = arguments.split(separator: " ").map { word in
            word.contains(".") ? directory.path(String(word)) : String(word)
        }
        guard try ChildProcess(["openssl"] + words).status() == 0 else {
            throw CocoaError(.executableLoad, userInfo: ["command": "openssl \(arguments)"])
        }
    }
}
