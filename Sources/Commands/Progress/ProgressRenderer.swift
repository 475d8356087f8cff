internal import FoundationEssentials

/// When something is drawn.
struct ProgressMoment: Sendable {
    /// Time for measuring; never goes back.
    let elapsed: Duration
    let date: Date
    /// The terminal's width in columns now.
    let width: Int
}

/// Turns events into text for standard error. Holds what it has drawn, and reaches nothing else.
protocol ProgressRenderer: Sendable {
    /// The text for an event, which `state` includes already.
    mutating func text(
        for event: ProgressEvent, _ state: ProgressState, _ moment: ProgressMoment
    ) -> String

    /// The text for a moment in which nothing happened; comes about once a second.
    mutating func textForTick(_ state: ProgressState, _ moment: ProgressMoment) -> String

    /// The text that ends the drawing.
    mutating func textAtEnd() -> String
}

extension ProgressMode {
    /// The renderer for this mode; nil for none. `auto` must have been resolved before.
    func renderer(colour: Bool) -> (any ProgressRenderer)? {
        switch self {
        case .bar: BarRenderer(colour: colour)
        case .plain, .auto: PlainRenderer()
        case .json: JSONLinesRenderer()
        case .none: nil
        }
    }
}
