import CSQLite
import Testing

/// Writes to SQLite databases, as the official CLI does.
enum SQLiteWriting {
    static func run(_ statements: String, on path: String) throws {
        try opened(path) { handle in
            try #require(sqlite3_exec(handle, statements, nil, nil, nil) == SQLITE_OK)
        }
    }

    /// Does the work while the database is locked for writing.
    static func locking<Value>(_ path: String, _ work: () -> Value) throws -> Value {
        try opened(path) { handle in
            try #require(sqlite3_exec(handle, "BEGIN EXCLUSIVE", nil, nil, nil) == SQLITE_OK)
            return work()
        }
    }

    private static func opened<Value>(
        _ path: String, _ work: (OpaquePointer?) throws -> Value
    ) throws -> Value {
        var handle: OpaquePointer?
        try #require(sqlite3_open(path, &handle) == SQLITE_OK)
        defer { sqlite3_close(handle) }
        return try work(handle)
    }
}
