package import Logging

/// Writes log lines on the context's standard error, and so without secrets.
package struct StandardErrorLog: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?
    package var logLevel: Logger.Level
    private let label: String
    private let format: LogFormat
    private let context: Context

    package init(label: String, level: Logger.Level, format: LogFormat, context: Context) {
        self.label = label
        self.logLevel = level
        self.format = format
        self.context = context
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let all = metadata.merging(metadataProvider?.get() ?? [:]) { $1 }
            .merging(event.metadata ?? [:]) { $1 }
            .sorted { $0.key < $1.key }.map { (name: $0.key, value: "\($0.value)") }
        switch format {
        case .text: context.note(line(event, all))
        case .json: context.note(JSONWriter(.compact).text(object(event, all)))
        }
    }

    private func line(_ event: LogEvent, _ metadata: [(name: String, value: String)]) -> String {
        let pairs = metadata.map { " \($0.name)=\($0.value)" }.joined()
        return VisibleText.oneLine("\(event.level): \(event.message)\(pairs)")
    }

    private func object(
        _ event: LogEvent, _ metadata: [(name: String, value: String)]
    ) -> JSONValue {
        .object(
            [
                JSONMember("time", .time(context.clock.now)),
                JSONMember("level", .string(event.level.rawValue)),
                JSONMember("label", .string(label)),
                JSONMember("message", .string("\(event.message)")),
            ] + metadata.map { JSONMember($0.name, .string($0.value)) })
    }
}

extension Logger {
    /// A logger for this run: warnings always, more by how often `-v` was given (1 information,
    /// 2 or more debugging).
    package init(label: String, verbosity: Int, format: LogFormat, context: Context) {
        let level: Logger.Level =
            switch verbosity {
            case ...0: .warning
            case 1: .info
            default: .debug
            }
        self.init(label: label) { label in
            StandardErrorLog(label: label, level: level, format: format, context: context)
        }
    }
}
