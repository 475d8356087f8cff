internal import Testing

/// What a command left behind.
package struct CommandRun: Sendable {
    /// What the shell sees.
    package let status: Int32
    package let output: String
    package let error: String

    package init(status: Int32, output: String, error: String) {
        self.status = status
        self.output = output
        self.error = error
    }

    /// Standard output as JSON; fails the test when it is none.
    package var json: JSONDocument { Self.document(output) }

    /// The last line of standard error as JSON; fails the test when it is none.
    package var errorJSON: JSONDocument {
        Self.document(error.split(separator: "\n").last.map(String.init) ?? "")
    }

    /// The lines of standard output.
    package var lines: [String] {
        output.split(separator: "\n").map(String.init)
    }

    private static func document(_ text: String) -> JSONDocument {
        do {
            return try JSONDocument(reading: text)
        } catch {
            Issue.record("this is not JSON: \(text)")
            return .null
        }
    }
}
