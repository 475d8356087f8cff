internal import CJq
internal import Dispatch
internal import Synchronization

/// A jq expression (libjq 1.6 and later) that JSON goes through. The one place that says jq's C
/// names; every `jv` passed to a function there is given away, as its manual has it.
struct JQFilter: Sendable {
    private let expression: String

    /// Takes an expression that compiles; throws a usage failure with jq's words for another.
    init(_ expression: String) throws(Failure) {
        self.expression = expression
        _ = try JQState(expression)
    }

    /// What the expression makes of the value, a line for each result: texts as they are, as with
    /// `jq -r`, anything else as compact JSON.
    ///
    /// jq cannot be interrupted, and an expression need not end: it runs on a thread of its own, which
    /// is left behind when the task is cancelled.
    func text(_ value: JSONValue) throws(Failure) -> String {
        let answer = Answer()
        let json = JSONWriter(.compact).text(value)
        DispatchQueue.global().async { [expression] in
            let result = Result { () throws(Failure) in try JQState(expression).lines(json) }
            answer.result.withLock { $0 = result }
            answer.isThere.signal()
        }
        while answer.isThere.wait(timeout: .now() + .milliseconds(50)) == .timedOut {
            guard !Task.isCancelled else {
                throw Failure(.interrupted, "the jq expression did not end")
            }
        }
        guard let result = answer.result.withLock({ $0 }) else { return "" }
        return try result.get()
    }

    private final class Answer: Sendable {
        let result = Mutex<Result<String, Failure>?>(nil)
        let isThere = DispatchSemaphore(value: 0)
    }
}

/// A compiled expression. Belongs to one task from start to end.
private final class JQState {
    private var state: OpaquePointer?
    /// What jq said of the expression.
    private var complaints: [String] = []

    init(_ expression: String) throws(Failure) {
        state = jq_init()
        guard state != nil else { throw Failure(.failed, "jq could not be started") }
        jq_set_error_cb(
            state,
            { owner, message in
                guard let owner else { return jv_free(message) }
                Unmanaged<JQState>.fromOpaque(owner).takeUnretainedValue()
                    .complaints.append(JQState.words(message))
            }, Unmanaged.passUnretained(self).toOpaque())
        guard jq_compile(state, expression) != 0 else {
            throw Failure(
                .usage, "the jq expression has a mistake", received: expression,
                hint: complaints.joined(separator: "\n"))
        }
    }

    /// A line for each result on this JSON text.
    func lines(_ json: String) throws(Failure) -> String {
        jq_start(state, jv_parse(json), 0)
        var text = ""
        var result = jq_next(state)
        while jv_get_kind(result) != JV_KIND_INVALID {
            text += Self.line(result) + "\n"
            result = jq_next(state)
        }
        guard jv_invalid_has_msg(jv_copy(result)) != 0 else {
            jv_free(result)
            return text
        }
        throw Failure(
            .usage, "the jq expression failed on this result",
            received: Self.words(jv_invalid_get_msg(result)))
    }

    private static func line(_ value: jv) -> String {
        if jv_get_kind(value) == JV_KIND_STRING { return words(value) }
        return words(jv_dump_string(value, 0))
    }

    /// The text of a string value, or the JSON of another.
    private static func words(_ value: jv) -> String {
        guard jv_get_kind(value) == JV_KIND_STRING else { return words(jv_dump_string(value, 0)) }
        defer { jv_free(value) }
        return String(cString: jv_string_value(value))
    }

    deinit {
        jq_teardown(&state)
    }
}
