/// Progress as lines for logs: one on each change of stage and for each message, and one every ten
/// seconds so that nobody thinks the run is stuck.
struct PlainRenderer: ProgressRenderer {
    static let interval = Duration.seconds(10)

    private var lastLine: Duration?
    private var hasToldEnd = false

    init() {}

    mutating func text(
        for event: ProgressEvent, _ state: ProgressState, _ moment: ProgressMoment
    ) -> String {
        switch event {
        case .stage(let name):
            hasToldEnd = false
            return line(name, moment)
        case .message(let text): return line(text, moment)
        case .amount(let done, let total) where done == total && !hasToldEnd:
            hasToldEnd = true
            return line(Self.words(state), moment)
        case .amount: return textForTick(state, moment)
        }
    }

    mutating func textForTick(_ state: ProgressState, _ moment: ProgressMoment) -> String {
        let last = lastLine ?? moment.elapsed
        lastLine = last
        guard moment.elapsed - last >= Self.interval else { return "" }
        return line(Self.words(state), moment)
    }

    mutating func textAtEnd() -> String { "" }

    private mutating func line(_ text: String, _ moment: ProgressMoment) -> String {
        lastLine = moment.elapsed
        return VisibleText.oneLine(text) + "\n"
    }

    private static func words(_ state: ProgressState) -> String {
        [state.stage ?? "working", state.amounts].filter { !$0.isEmpty }.joined(separator: ": ")
    }
}
