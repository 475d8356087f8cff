internal import Commands
internal import Synchronization
internal import Testing

/// Standard input with a text that is known beforehand.
package final class FixedInput: TextSource {
    private let rest: Mutex<Substring>

    package init(_ text: String) {
        self.rest = Mutex(text[...])
    }

    package func readAll(limit: Int) async throws -> String {
        rest.withLock { rest in
            defer { rest = "" }
            return String(rest)
        }
    }

    package func readLine() async throws -> String? {
        rest.withLock { rest in
            guard !rest.isEmpty else { return nil }
            let line = rest.prefix { $0 != "\n" }
            rest = rest.dropFirst(line.count + 1)
            return String(line)
        }
    }
}

/// Standard input that the test did not provide.
package struct UnprovidedInput: TextSource {
    package func readAll(limit: Int) async throws -> String {
        throw unprovided("standard input")
    }

    package func readLine() async throws -> String? {
        throw unprovided("standard input")
    }
}

/// Fails the test: it uses something that it does not provide.
func unprovided(_ name: String) -> Failure {
    let text = "the test uses \(name) but gives CapturedContext none"
    Issue.record("\(text)")
    return Failure(.failed, text)
}
