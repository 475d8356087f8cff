internal import ArgumentParser

/// How progress is shown on standard error.
package enum ProgressMode: String, Sendable, CaseIterable, ExpressibleByArgument {
    /// A bar on a terminal, plain lines elsewhere.
    case auto
    /// One line, drawn again and again, and gone at the end.
    case bar
    /// A line on each change of stage, and at least every 10 seconds.
    case plain
    /// A JSON object a line.
    case json
    case none

    /// What `auto` means where this is known; the other modes mean themselves. A terminal that
    /// cannot move its cursor (TERM=dumb) gets plain lines.
    package func resolved(isTerminal: Bool, environment: [String: String]) -> ProgressMode {
        guard self == .auto else { return self }
        return isTerminal && environment[.term] != "dumb" ? .bar : .plain
    }
}
