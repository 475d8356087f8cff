internal import ArgumentParser

/// How log lines are written on standard error.
package enum LogFormat: String, Sendable, CaseIterable, ExpressibleByArgument {
    /// A line for people.
    case text
    /// A JSON object a line, with `time`, `level`, `label`, `message` and the metadata.
    case json
}
