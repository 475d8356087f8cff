import Foundation
import Subprocess
import SystemPackage

/// What a program left behind.
struct CommandResult: Sendable {
    let status: TerminationStatus
    let output: [UInt8]
    let said: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var exitCode: Int32? {
        if case .exited(let code) = status { code } else { nil }
    }
}

/// Runs a program to its end.
func runProgram(_ name: String, _ arguments: [String]) async throws -> CommandResult {
    let result = try await Subprocess.run(
        name.contains("/") ? .path(FilePath(name)) : .name(name), arguments: Arguments(arguments),
        output: .bytes(limit: 64 << 20),
        error: .string(limit: 4 << 20))
    return CommandResult(
        status: result.terminationStatus, output: result.standardOutput,
        said: result.standardError)
}

/// The answers that curl, which knows nothing of this server, made of a request.
struct CurlAnswer: Sendable {
    /// curl's exit code: 0 done, 18 partial, 28 timed out, 47 too many redirects, 52 empty, 56
    /// receive error.
    let exitCode: Int32?
    let status: Int
    let body: [UInt8]
    let headers: [String: String]

    var text: String { String(decoding: body, as: UTF8.self) }
}

/// Requests an address with curl, the path sent as it is.
func curl(_ url: String, _ arguments: String...) async throws -> CurlAnswer {
    let result = try await runProgram(
        "curl",
        ["-s", "-g", "--path-as-is", "--noproxy", "*", "-D", "/dev/stderr"] + arguments + [url])
    let lines = result.said.split(separator: "\r\n").map(String.init)
    let status = lines.last { $0.hasPrefix("HTTP/") }?.split(separator: " ").dropFirst().first
    var headers: [String: String] = [:]
    for line in lines {
        guard let colon = line.firstIndex(of: ":") else { continue }
        headers[line[..<colon].lowercased()] =
            line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    return CurlAnswer(
        exitCode: result.exitCode, status: status.flatMap { Int($0) } ?? 0, body: result.output,
        headers: headers)
}

/// A directory that is gone after the body.
func withTemporaryDirectory<Result>(
    _ body: (String) async throws -> Result
) async throws -> Result {
    let path = NSTemporaryDirectory() + "sample-stream-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await body(path)
}
