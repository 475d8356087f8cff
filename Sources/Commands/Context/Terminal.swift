/// The three standard streams.
package enum StandardStream: Int32, Sendable, Equatable, CaseIterable {
    case input = 0
    case output = 1
    case error = 2
}

/// What is known of the terminal, if there is one.
package protocol Terminal: Sendable {
    /// Whether a person is at the other end of the stream.
    func isTerminal(_ stream: StandardStream) -> Bool

    /// The terminal's width in columns now; 80 where it cannot be told.
    var width: Int { get }

    /// Asks for a line that is not shown while it is typed. The terminal shows what is typed again
    /// afterwards, also when the task is cancelled by a signal. Throws a usage failure where there
    /// is no terminal.
    func readSecret(prompt: String) async throws -> String
}
