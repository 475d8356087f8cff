/// One thing the doctor looked at.
package struct Finding: Sendable, Equatable {
    package enum Level: String, Sendable {
        case ok
        /// Works, but will bite.
        case warning
        /// Does not work.
        case problem
    }

    /// A short stable name, for scripts: `clock`, `keyring-path`.
    package let check: String
    package let level: Level
    package let message: String
    /// A command or step that mends it.
    package let fix: String?

    package init(_ check: String, _ level: Level, _ message: String, fix: String? = nil) {
        self.check = check
        self.level = level
        self.message = message
        self.fix = fix
    }
}
