package import FoundationEssentials

/// Who reads the result: a person at a terminal of some width, or a program.
package struct Presentation: Sendable, Equatable {
    /// The terminal's width in columns; nil when nobody is looking.
    package let width: Int?
    /// Whether colour is on.
    package let colour: Bool
    /// The time that relative times count from; nil writes times as RFC 3339.
    package let now: Date?

    package init(width: Int?, colour: Bool, now: Date?) {
        self.width = width
        self.colour = colour
        self.now = now
    }

    /// For programs and files: whole texts, no colour, RFC 3339 times.
    package static let plain = Presentation(width: nil, colour: false, now: nil)

    package var isTerminal: Bool { width != nil }

    /// "3 minutes ago" on a terminal, RFC 3339 elsewhere, nothing for no time.
    package func time(_ date: Date?) -> String {
        guard let date else { return "" }
        return now.map { RelativeTime.text(for: date, now: $0) } ?? RFC3339.text(date)
    }

    /// "1.5 GiB" on a terminal, the plain number of bytes elsewhere, nothing for no number.
    package func bytes(_ count: Int?) -> String {
        guard let count else { return "" }
        return isTerminal ? ByteSize(bytes: count).description : String(count)
    }

    /// "yes" or "no" on a terminal, "true" or "false" elsewhere.
    package func truth(_ value: Bool) -> String {
        isTerminal ? (value ? "yes" : "no") : String(value)
    }
}

extension Presentation {
    /// What the context's standard output calls for.
    package init(of context: Context) {
        guard context.terminal.isTerminal(.output) else {
            self.init(
                width: nil, colour: context.hasColour(on: .output), now: nil)
            return
        }
        self.init(
            width: context.terminal.width, colour: context.hasColour(on: .output),
            now: context.clock.now)
    }
}
