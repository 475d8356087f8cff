internal import Glibc

/// The terminal that the process was started from.
package struct ProcessTerminal: Terminal {
    private let path: String
    private let columns: Int?

    /// - Parameters:
    ///   - path: the terminal to ask for secrets on.
    ///   - columns: the width to use instead of the terminal's own, as the variable COLUMNS says.
    package init(path: String = "/dev/tty", columns: Int? = nil) {
        self.path = path
        self.columns = columns
    }

    package func isTerminal(_ stream: StandardStream) -> Bool {
        isatty(stream.rawValue) == 1
    }

    package var width: Int {
        if let columns, columns > 0 { return columns }
        for stream in [StandardStream.output, .error, .input] {
            var size = winsize()
            if ioctl(stream.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
                return Int(size.ws_col)
            }
        }
        return 80
    }

    package func readSecret(prompt: String) async throws -> String {
        let terminal = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        var before = termios()
        guard terminal >= 0 else { throw Self.noTerminal }
        defer { close(terminal) }
        guard tcgetattr(terminal, &before) == 0 else { throw Self.noTerminal }
        var hidden = before
        hidden.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(terminal, TCSAFLUSH, &hidden)
        defer {
            tcsetattr(terminal, TCSANOW, &before)
            try? DescriptorSink(terminal).write("\n")
        }
        try DescriptorSink(terminal).write(prompt)
        return try await DescriptorSource(terminal).readLine() ?? ""
    }

    private static let noTerminal = Failure(
        .usage, "there is no terminal to ask for the secret on",
        hint: "give it on standard input or in a file that only you can read")
}
