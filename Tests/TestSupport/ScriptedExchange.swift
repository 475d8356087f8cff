internal import FoundationEssentials
internal import Synchronization
package import Transport

/// An exchange that knows beforehand what will be asked and what to answer.
///
/// Use it through `ScriptedExchange.run`: that fails the test when a request came that no step
/// expects, and when a step was never asked for, naming each.
package final class ScriptedExchange: HTTPExchange {
    /// The region's address that scripts pretend to be at.
    package static let region = "http://region.test:5240/MAAS"

    private struct State {
        var open: [ScriptedStep]
        var received: [String] = []
        var unmatched: [String] = []
    }

    private let state: Mutex<State>

    private init(_ steps: [ScriptedStep]) {
        state = Mutex(State(open: steps))
    }

    /// Runs `body` against the script. Steps answer in any order, each once; of several that match,
    /// the first does. `received` tells the order in which requests came.
    package static func run<Value>(
        _ steps: [ScriptedStep], _ body: (ScriptedExchange) async throws -> Value
    ) async throws -> Value {
        let exchange = ScriptedExchange(steps)
        let outcome: Result<Value, any Error>
        do {
            outcome = .success(try await body(exchange))
        } catch {
            outcome = .failure(error)
        }
        let state = exchange.state.withLock { $0 }
        let broken = BrokenScript(
            unmatched: state.unmatched, unused: state.open.map(\.description))
        guard broken.unmatched.isEmpty else { throw broken }
        let value = try outcome.get()
        guard broken.unused.isEmpty else { throw broken }
        return value
    }

    /// What was asked so far: `POST boot-resources/?op=import`.
    package var received: [String] { state.withLock { $0.received } }

    package func send(
        _ request: HTTPRequest, sink: (any BodySink)?
    ) async throws(TransportError) -> HTTPResponse {
        let line = ScriptedStep.line(request)
        let answer = state.withLock { state -> ScriptedStep.Answer? in
            state.received.append(line)
            let index = sink == nil ? state.open.firstIndex { $0.matches(request) } : nil
            guard let index else {
                state.unmatched.append(sink == nil ? line : "\(line) into a sink")
                return nil
            }
            return state.open.remove(at: index).answer
        }
        guard let answer else {
            throw TransportError(.other, detail: "the script has no such step", url: request.url)
        }
        return try answer.result(for: request)
    }
}

/// What went otherwise than a script says.
package struct BrokenScript: Error, CustomStringConvertible {
    /// Requests that no step expects.
    package let unmatched: [String]
    /// Steps that were never asked for.
    package let unused: [String]

    package var description: String {
        (unmatched.map { "unexpected request: \($0)" } + unused.map { "never asked: \($0)" })
            .joined(separator: "\n")
    }
}
