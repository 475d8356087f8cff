package import Commands

/// A context for tests: it keeps what is written, and anything that a test did not provide and that
/// is used all the same fails the test and says which.
package struct CapturedContext: Sendable {
    /// The context to run commands in.
    package let context: Context
    /// What was written on standard output.
    package let output: CapturedText
    /// What was written on standard error.
    package let error: CapturedText

    /// - Parameters:
    ///   - home: the user's home; profiles are then kept in its `.config/maas-boot`.
    ///   - input: all of standard input.
    package init(
        environment: [String: String] = [:], home: String? = nil, input: String? = nil,
        terminal: any Terminal = FixedTerminal(), clock: any WallClock = UnprovidedClock(),
        signals: any SignalSource = NoSignals()
    ) {
        // Nothing can be below a file that is no directory, so a use of it is an error.
        let home = home ?? "/dev/null/the-test-provides-no-home"
        let (output, error) = (CapturedText(), CapturedText())
        self.output = output
        self.error = error
        self.context = Context(
            standardOutput: output, standardError: error,
            standardInput: input.map { FixedInput($0) } ?? UnprovidedInput() as any TextSource,
            terminal: terminal, environment: environment, clock: clock,
            directories: Directories(home: home, environment: environment), signals: signals)
    }
}
