import Foundation
import TestSupport
import Testing

/// A machine that sets up others: tools, the region's address, and a file with its key.
struct Automation: Sendable {
    static let examples = URL(filePath: #filePath)
        .appending(path: "../../../../examples").standardized.path
    private static let root = URL(filePath: examples).deletingLastPathComponent().path

    static let ansible = find("ansible-playbook")
    static let terraform = find("terraform")
    static let cloudInit = find("cloud-init")

    private let variables: [String: String]

    /// Where a program is, if anywhere.
    private static func find(_ program: String) -> String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return (["\(root)/.venv-ansible/bin"] + path.split(separator: ":").map(String.init))
            .first { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
    }

    init(_ region: LiveSandbox) throws {
        let home = region.home
        try home.write("#!/bin/sh\necho \"$KEY\"\n", to: "bin/maas", mode: 0o700)
        let tools = [Self.ansible, Self.terraform].compactMap { $0 }
        variables = region.variables.merging([
            "PATH": ([home.path("bin"), Programs.directory] + tools + ["/usr/bin", "/bin"])
                .joined(separator: ":"),
            "KEY": region.key, "MAAS_API_KEY": "",
            "MAAS_API_KEY_FILE": try home.write(region.key + "\n", to: "key"),
            "EXAMPLES": Self.examples, "LANG": "C.UTF-8", "https_proxy": "http://127.0.0.1:9",
            "CHECKPOINT_DISABLE": "1",
        ]) { $1 }
    }

    /// Runs shell lines in the root of this tree.
    func shell(_ lines: String) async throws -> CommandRun {
        try await Programs.shell("set -e; cd \(Self.root)\n" + lines, variables)
    }

    /// The script among the files of cloud-init's example.
    static func cloudInitScript() throws -> String {
        let data = try String(
            contentsOfFile: "\(examples)/cloud-init/user-data.yaml", encoding: .utf8)
        let start = try #require(data.range(of: "content: |\n"))
        let indent = String(repeating: " ", count: 6)
        return data[start.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
            .prefix { $0.isEmpty || $0.hasPrefix(indent) }
            .map { $0.dropFirst(indent.count) + "\n" }.joined()
    }
}
