import Foundation

/// A program that runs beside a test and is to end when its standard input does: with the value, or
/// with the tests, even when they crash.
///
/// A signal would not do: tests run on threads that block signals, and a child inherits that.
/// Unchecked because `Process` is not marked, yet is only started and waited for here.
package final class ChildProcess: @unchecked Sendable {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    /// Starts a program found in PATH that reads its standard input or ends by itself.
    package init(_ words: [String]) throws {
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = words
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    /// Starts a program found in PATH that pays no heed to its standard input.
    package convenience init(heedless words: [String]) throws {
        let script = #""$@" & program=$!; cat > /dev/null; kill -9 "$program""#
        try self.init(["sh", "-c", script, "sh"] + words)
    }

    /// The first line it prints.
    package func firstLine() -> String {
        var bytes: [UInt8] = []
        while let byte = try? output.fileHandleForReading.read(upToCount: 1)?.first,
            byte != UInt8(ascii: "\n")
        {
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Waits for its end and returns its status.
    package func status() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }

    deinit {
        try? input.fileHandleForWriting.close()
    }
}
