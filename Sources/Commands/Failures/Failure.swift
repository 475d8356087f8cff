/// What went wrong, told so that a person can go on and a script can decide.
package struct Failure: Error, Sendable, Equatable {
    package var kind: FailureKind
    /// What happened: one sentence, in lower case, without a full stop.
    package var message: String
    /// What was received where something else was needed.
    package var received: String?
    /// A server's own words, always labelled as its own.
    package var serverText: String?
    /// Who said them: "the region said: …".
    package var server = "the region"
    /// What to do next, often a command.
    package var hint: String?
    /// More for programs, by snake_case name; not shown to people.
    package var details: [String: JSONValue]

    package init(
        _ kind: FailureKind, _ message: String, received: String? = nil, serverText: String? = nil,
        hint: String? = nil, details: [String: JSONValue] = [:]
    ) {
        self.kind = kind
        self.message = message
        self.received = received
        self.serverText = serverText
        self.hint = hint
        self.details = details
    }
}

/// An error of another layer that knows how to be told to people and scripts.
package protocol FailureConvertible: Error {
    var failure: Failure { get }
}

/// The end of a run that has said everything already, with a status of its own.
package struct QuietEnd: Error, Sendable, Equatable {
    package let status: RunStatus

    package init(_ status: RunStatus) {
        self.status = status
    }
}
