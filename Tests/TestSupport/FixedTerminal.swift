package import Commands

/// A terminal, or the lack of one, as a test wants it.
package struct FixedTerminal: Terminal {
    private let streams: Set<Int32>
    package let width: Int
    private let secret: String?

    /// - Parameters:
    ///   - streams: the streams that are terminals; none by default.
    ///   - secret: what is typed when a secret is asked for.
    package init(_ streams: [StandardStream] = [], width: Int = 80, secret: String? = nil) {
        self.streams = Set(streams.map(\.rawValue))
        self.width = width
        self.secret = secret
    }

    package func isTerminal(_ stream: StandardStream) -> Bool {
        streams.contains(stream.rawValue)
    }

    package func readSecret(prompt: String) async throws -> String {
        guard let secret else { throw unprovided("a typed secret") }
        return secret
    }
}
