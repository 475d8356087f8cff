/// How a piece of text is set off on a terminal (ECMA-48 SGR).
package enum Style: Sendable, Equatable {
    case plain, bold, dim, red, green, yellow, cyan

    private var code: String? {
        switch self {
        case .plain: nil
        case .bold: "1"
        case .dim: "2"
        case .red: "31"
        case .green: "32"
        case .yellow: "33"
        case .cyan: "36"
        }
    }

    /// The text in this style, or as it is when colour is off.
    package func applied(to text: String, colour: Bool) -> String {
        guard colour, let code, !text.isEmpty else { return text }
        return "\u{1b}[\(code)m\(text)\u{1b}[0m"
    }
}
