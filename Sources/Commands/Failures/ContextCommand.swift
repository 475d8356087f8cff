package import ArgumentParser

/// A command that reaches the world only through the context it is given.
///
/// Its `validate()` throws ArgumentParser's `ValidationError`, for other errors lose their kind on
/// the way out of the parser; its `run(in:)` throws a `Failure`, a `FailureConvertible` error, or a
/// `QuietEnd`.
package protocol ContextCommand: AsyncParsableCommand {
    mutating func run(in context: Context) async throws
}

extension ContextCommand {
    /// Runs the command in the live context; `Program.run` calls `run(in:)` itself.
    package mutating func run() async throws {
        try await run(in: Context.live())
    }
}
