package import ArgumentParser

/// One run of the program, from its arguments to its exit status.
package struct Program: Sendable {
    private let root: any AsyncParsableCommand.Type
    private let context: Context

    package init(_ root: any AsyncParsableCommand.Type, in context: Context) {
        self.root = root
        self.context = context
    }

    /// Parses the arguments (without the program's name), runs the command they name, and writes
    /// what went wrong. Never throws; returns the status to exit with.
    ///
    /// SIGINT and SIGTERM cancel the command's task, which then ends in order; the status is 128
    /// plus the signal's number however it ended. A second signal kills the process at once.
    package func run(_ arguments: [String]) async -> Int32 {
        let outcome = await SignalWatch(context.signals).run {
            try await perform(arguments)
        }
        if let signal = outcome.signal {
            if let error = outcome.error { report(ended(by: signal, error), arguments) }
            return RunStatus.signal(signal.rawValue).number
        }
        return outcome.error.map { end(with: $0, arguments) } ?? RunStatus.done.number
    }

    private func perform(_ arguments: [String]) async throws {
        if let topic = HelpTopic(arguments: arguments) {
            return try context.standardOutput.write(topic.text)
        }
        if arguments.first == "help", let unknown = UnknownCommand(arguments, below: root) {
            throw unknown.failure
        }
        var context = context
        context.errorStyle = ErrorStyle(arguments: arguments)
        try await Completions.$context.withValue(context) { [context] in
            try await parseAndRun(ProgressArguments.completed(arguments), in: context)
        }
    }

    private func parseAndRun(_ arguments: [String], in context: Context) async throws {
        let named = await NamedCommand(arguments, below: root)?.parsed()
        var command = if let named { named } else { try await root.asyncParseAsRoot(arguments) }
        if var command = command as? any ContextCommand {
            try await command.run(in: context)
        } else if var command = command as? any AsyncParsableCommand {
            try await command.run()
        } else {
            try command.run()
        }
    }

    /// The signal's failure, and where the work failed on its way to an end, what that left behind.
    private func ended(by signal: TerminationSignal, _ error: any Error) -> Failure {
        var failure = Failure(from: error)
        guard failure.kind != .interrupted, !(error is QuietEnd) else { return signal.failure }
        failure.message = "\(signal.failure.message): \(failure.message)"
        failure.kind = signal.failure.kind
        return failure
    }

    /// Says what the error says, and gives the status it ends the run with.
    private func end(with error: any Error, _ arguments: [String]) -> Int32 {
        switch error {
        case let end as QuietEnd: return end.status.number
        case OutputProblem.closed: return FailureKind.outputClosed.exitStatus.number
        case is Failure, is any FailureConvertible, is CancellationError:
            return report(Failure(from: error), arguments)
        default: return endOfParser(with: error, arguments)
        }
    }

    /// Help, version and completion texts go to standard output; usage errors keep the parser's
    /// own text and status 64; whatever else got here is a failure without a kind.
    private func endOfParser(with error: any Error, _ arguments: [String]) -> Int32 {
        let status = root.exitCode(for: error)
        if status == .success { return print(root.fullMessage(for: error, columns: columns)) }
        if error is ExitCode { return status.rawValue }
        let message = root.message(for: error)
        guard status == .validationFailure else {
            return report(Failure(.failed, message), arguments)
        }
        if let unknown = UnknownCommand(arguments, below: root) {
            return report(unknown.failure, arguments)
        }
        let hint = ValueHint.text(for: message, on: arguments)
        switch ErrorStyle(arguments: arguments) {
        case .text:
            context.note(labelled(root.fullMessage(for: error, columns: columns)))
            if let hint { context.note(writer(arguments).hint(hint)) }
        case .json: report(Failure(.usage, message, hint: hint), arguments)
        }
        return RunStatus.usage.number
    }

    /// The parser's text with the label that all errors have.
    private func labelled(_ text: String) -> String {
        let label = "Error:"
        guard text.hasPrefix(label) else { return text }
        return Style.red.applied(to: "error:", colour: context.hasColour(on: .error))
            + text.dropFirst(label.count)
    }

    private var columns: Int? {
        context.terminal.isTerminal(.output) ? min(context.terminal.width, 100) : nil
    }

    private func print(_ text: String) -> Int32 {
        do {
            if !text.isEmpty { try context.standardOutput.write(text + "\n") }
            return RunStatus.done.number
        } catch {
            return end(with: error, [])
        }
    }

    @discardableResult
    private func report(_ failure: Failure, _ arguments: [String]) -> Int32 {
        context.note(String(writer(arguments).text(failure).dropLast()))
        return failure.kind.exitStatus.number
    }

    private func writer(_ arguments: [String]) -> FailureWriter {
        FailureWriter(ErrorStyle(arguments: arguments), colour: context.hasColour(on: .error))
    }
}
