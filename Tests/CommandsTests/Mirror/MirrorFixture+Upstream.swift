import Commands
import Foundation
import TestSupport

extension MirrorFixture {
    /// A file as upstream sends it, by a client that shares no code with the program.
    func upstreamBytes(_ path: String) async throws -> Data {
        let (status, output) = try await Tool.run(
            "curl", ["-s", "--fail", "--noproxy", "*", upstream + path])
        guard status == 0 else { throw CocoaError(.fileReadUnknown) }
        return output
    }

    /// Every file of the mirror with its bytes and the time of its last change.
    func snapshot() throws -> [String: FileState] {
        var states: [String: FileState] = [:]
        for name in mirror.files {
            let attributes = try FileManager.default.attributesOfItem(atPath: mirror.path(name))
            states[name] = FileState(
                bytes: mirror.bytes(name), changed: attributes[.modificationDate] as? Date)
        }
        return states
    }

    struct FileState: Equatable {
        let bytes: Data?
        let changed: Date?
    }

    /// Runs a command line that needs no stream.
    static func run(_ words: [String], in captured: CapturedContext) async -> CommandRun {
        let status = await Program(Root.self, in: captured.context).run(words)
        return CommandRun(
            status: status, output: captured.output.text, error: captured.error.text)
    }
}

/// Programs that tests compare with.
enum Tool {
    /// Runs a program found in PATH to its end; its status and what it printed.
    static func run(
        _ name: String, _ arguments: [String], in directory: String? = nil
    ) async throws -> (status: Int32, output: Data) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [name] + arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        if let directory { process.currentDirectoryURL = URL(filePath: directory) }
        try process.run()
        let bytes = await withCheckedContinuation { continuation in
            // Not on a task's thread: there are as many as processors, and the servers that the
            // program talks to need them.
            Thread.detachNewThread {
                let bytes = output.fileHandleForReading.readDataToEndOfFile()
                process.waitUntilExit()
                continuation.resume(returning: bytes)
            }
        }
        return (process.terminationStatus, bytes)
    }
}
