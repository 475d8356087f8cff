/// Everything a command needs of the world. Commands reach the world in no other way.
package struct Context: Sendable {
    /// Carries the result and nothing else.
    package var standardOutput: any TextSink
    /// Carries everything else: messages, errors, progress.
    package var standardError: any TextSink
    package var standardInput: any TextSource
    /// Standard output for a result that is no text. Nothing is redacted.
    package var outputBytes: any ByteSink
    /// Standard input as bytes. What was read as text before does not come again.
    package var inputBytes: any ByteSource
    package var terminal: any Terminal
    package var environment: [String: String]
    package var clock: any WallClock
    package var directories: Directories
    package var signals: any SignalSource
    /// How what is said on standard error is written: as JSON lines where the result is JSON.
    package var errorStyle = ErrorStyle.text
    /// The region that a warning is about, where a run is on several.
    package var region: String?
    /// The run's secrets, which both outputs remove from what they write.
    package let redaction: Redaction

    /// Makes a context whose outputs remove the secrets that `redaction` knows.
    package init(
        standardOutput: any TextSink, standardError: any TextSink, standardInput: any TextSource,
        terminal: any Terminal, environment: [String: String], clock: any WallClock,
        directories: Directories, signals: any SignalSource, redaction: Redaction = Redaction(),
        outputBytes: any ByteSink = NoBytes(), inputBytes: any ByteSource = NoBytes()
    ) {
        self.standardOutput = RedactingSink(standardOutput, redaction)
        self.standardError = RedactingSink(standardError, redaction)
        self.standardInput = standardInput
        self.outputBytes = outputBytes
        self.inputBytes = inputBytes
        self.terminal = terminal
        self.environment = environment
        self.clock = clock
        self.directories = directories
        self.signals = signals
        self.redaction = redaction
    }

    /// Writes a line on standard error. A standard error that is gone is no reason to stop working,
    /// so problems are passed over.
    package func note(_ line: String) {
        try? standardError.write(line.hasSuffix("\n") ? line : line + "\n")
    }

    /// Writes `warning: …` on standard error, or a JSON line with the code `warning`.
    package func warn(_ text: String) {
        let label = Style.yellow.applied(to: "warning:", colour: hasColour(on: .error))
        let place = region.map { "\($0): " } ?? ""
        say("warning", text, "\(label) \(VisibleText.lines(place + text))")
    }

    /// Writes something worth knowing on standard error, or a JSON line with the code `note`.
    package func inform(_ text: String) {
        say("note", text, VisibleText.lines(text))
    }

    private func say(_ code: String, _ text: String, _ line: String) {
        switch errorStyle {
        case .text: note(line)
        case .json:
            let profile = region.map { [JSONMember("profile", .string($0))] } ?? []
            note(
                JSONWriter(.compact).text(
                    .object(
                        [
                            JSONMember("code", .string(code)), JSONMember("message", .string(text)),
                        ] + profile)))
        }
    }

    /// Whether text on the stream is coloured.
    package func hasColour(on stream: StandardStream) -> Bool {
        ColourRule.hasColour(
            environment: environment, isTerminal: terminal.isTerminal(stream))
    }
}
