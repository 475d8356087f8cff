internal import Glibc

/// Why a server could not start.
package struct ServerError: Error, Sendable, CustomStringConvertible {
    /// What could not be had.
    package enum Cause: Sendable, Equatable {
        case address
        case directory
        /// The directory is there, or may be, and is not to be read by this user.
        case permission

        /// Why a directory could not be opened, by the system's error number.
        init(openingFailedWith code: Int32) {
            self = code == EACCES || code == EPERM ? .permission : .directory
        }
    }

    /// What could not be had.
    package let cause: Cause
    /// What was tried.
    package let action: String
    /// The system's words.
    package let reason: String

    init(_ cause: Cause, _ action: String, _ reason: String) {
        self.cause = cause
        self.action = action
        self.reason = reason
    }

    /// With the system's words for an error number.
    init(_ cause: Cause, _ action: String, code: Int32) {
        self.init(cause, action, unsafe String(cString: strerror(code)))
    }

    package var description: String { "cannot \(action): \(reason)" }
}
