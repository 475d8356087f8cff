internal import CSQLite

/// A SQLite database that is only read. The one place that says SQLite's C names.
///
/// Opened with SQLITE_OPEN_READONLY and not as `immutable`: another process may be writing, and its
/// locks are then honoured, waiting for up to a second.
struct SQLiteDatabase: ~Copyable {
    /// What SQLite says went wrong.
    struct Problem: Error, Equatable {
        let text: String
    }

    private let handle: OpaquePointer?

    init(reading path: String) throws(Problem) {
        var handle: OpaquePointer?
        let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX
        guard sqlite3_open_v2(path, &handle, flags, nil) == SQLITE_OK else {
            let problem = Self.problem(handle)
            sqlite3_close(handle)
            throw problem
        }
        sqlite3_busy_timeout(handle, 1000)
        self.handle = handle
    }

    /// The rows that a statement gives, each value as text; nil stands for NULL.
    func rows(_ statement: String) throws(Problem) -> [[String?]] {
        var prepared: OpaquePointer?
        guard sqlite3_prepare_v2(handle, statement, -1, &prepared, nil) == SQLITE_OK else {
            throw Self.problem(handle)
        }
        defer { sqlite3_finalize(prepared) }
        var rows: [[String?]] = []
        while true {
            switch sqlite3_step(prepared) {
            case SQLITE_ROW:
                rows.append((0..<sqlite3_column_count(prepared)).map { Self.text(prepared, $0) })
            case SQLITE_DONE: return rows
            default: throw Self.problem(handle)
            }
        }
    }

    private static func text(_ row: OpaquePointer?, _ column: Int32) -> String? {
        sqlite3_column_text(row, column).map { String(cString: $0) }
    }

    private static func problem(_ handle: OpaquePointer?) -> Problem {
        Problem(text: String(cString: sqlite3_errmsg(handle)))
    }

    deinit {
        sqlite3_close(handle)
    }
}
