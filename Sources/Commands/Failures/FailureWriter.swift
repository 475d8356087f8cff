/// Writes failures for standard error.
package struct FailureWriter: Sendable {
    let style: ErrorStyle
    let colour: Bool

    package init(_ style: ErrorStyle, colour: Bool) {
        self.style = style
        self.colour = colour
    }

    /// The failure's text, with a newline at its end. JSON is one line, so that a program can tell
    /// it from warnings and progress before it.
    package func text(_ failure: Failure) -> String {
        switch style {
        case .text: lines(failure)
        case .json: JSONWriter(.compact).text(object(failure)) + "\n"
        }
    }

    /// What to do about a failure that somebody else tells, as text; with a newline at its end.
    func hint(_ text: String) -> String { line("hint", .cyan, text) }

    private func lines(_ failure: Failure) -> String {
        line("error", .red, failure.message) + line("received", .dim, failure.received)
            + line("\(failure.server) said", .dim, failure.serverText)
            + hint(failure.hint ?? "")
    }

    /// One labelled line; further lines of the text are set in below it.
    private func line(_ label: String, _ style: Style, _ text: String?) -> String {
        guard let text, !text.isEmpty else { return "" }
        let shown = VisibleText.lines(text).split(separator: "\n", omittingEmptySubsequences: false)
            .joined(separator: "\n  ")
        return style.applied(to: "\(label):", colour: colour) + " \(shown)\n"
    }

    /// `code`, `message` and `exit_status` always; `received`, `server_text`, `hint` and `details`
    /// where there are any. Details are in the order of their names.
    private func object(_ failure: Failure) -> JSONValue {
        var members = [
            JSONMember("code", .string(failure.kind.code)),
            JSONMember("message", .string(failure.message)),
            JSONMember("exit_status", .integer(Int(failure.kind.exitStatus.number))),
        ]
        let texts = [
            ("received", failure.received), ("server_text", failure.serverText),
            ("hint", failure.hint),
        ]
        for (name, text) in texts where text?.isEmpty == false {
            members.append(JSONMember(name, .string(orNull: text)))
        }
        if !failure.details.isEmpty {
            let details = failure.details.sorted { $0.key < $1.key }
            members.append(
                JSONMember("details", .object(details.map { JSONMember($0.key, $0.value) })))
        }
        return .object(members)
    }
}
