/// Progress as one line of a terminal, drawn over at most ten times a second and cleared at the end.
struct BarRenderer: ProgressRenderer {
    private static let interval = Duration.milliseconds(100)
    private static let cells = 20
    /// Back to the line's start, and away with what is on it (ECMA-48 EL).
    private static let clear = "\r\u{1b}[K"

    private let colour: Bool
    private var drawn: Duration?

    init(colour: Bool) {
        self.colour = colour
    }

    mutating func text(
        for event: ProgressEvent, _ state: ProgressState, _ moment: ProgressMoment
    ) -> String {
        switch event {
        case .message(let text):
            return Self.clear + VisibleText.oneLine(text) + "\n" + draw(state, moment)
        case .stage: return draw(state, moment)
        case .amount:
            if let drawn, moment.elapsed - drawn < Self.interval { return "" }
            return draw(state, moment)
        }
    }

    mutating func textForTick(_ state: ProgressState, _ moment: ProgressMoment) -> String {
        state.stage == nil && state.done == nil ? "" : draw(state, moment)
    }

    mutating func textAtEnd() -> String {
        defer { drawn = nil }
        return drawn == nil ? "" : Self.clear
    }

    private mutating func draw(_ state: ProgressState, _ moment: ProgressMoment) -> String {
        drawn = moment.elapsed
        let room = max(0, moment.width - 1)
        let bar = Self.bar(state.share)
        let fixed = [bar, state.amounts].compactMap { $0?.isEmpty == false ? $0 : nil }
            .joined(separator: " ")
        let left = max(0, room - DisplayWidth.of(fixed) - 1)
        let stage = DisplayWidth.shortened(VisibleText.oneLine(state.stage ?? ""), to: left)
        let line = [stage, fixed].filter { !$0.isEmpty }.joined(separator: " ")
        let shown = DisplayWidth.shortened(line, to: room)
        return Self.clear + Style.cyan.applied(to: shown, colour: colour)
    }

    private static func bar(_ share: Double?) -> String? {
        guard let share else { return nil }
        let full = Int(share * Double(cells))
        return "[" + String(repeating: "#", count: full)
            + String(repeating: ".", count: cells - full) + "]"
    }
}
