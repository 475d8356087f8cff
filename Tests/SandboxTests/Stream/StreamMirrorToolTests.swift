import Foundation
import Testing

@testable import Sandbox

/// The tool that sites mirror streams with today finds the sample stream in order.
@Suite struct StreamMirrorToolTests {
    /// Made with: python3 -m venv .venv-simplestreams, and there
    /// pip install python-simplestreams==0.1.0.post59
    private static let tool = URL(filePath: #filePath)
        .appending(path: "../../../../.venv-simplestreams/bin/sstream-mirror").standardized.path

    @Test(
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: tool),
            "needs python-simplestreams 0.1.0.post59 in .venv-simplestreams"))
    func `sstream-mirror mirrors the newest versions`() async throws {
        var configuration = SampleStreamConfiguration.small
        configuration.arches = ["amd64", "arm64"]
        try await withStreamServer(configuration) { server in
            try await withTemporaryDirectory { directory in
                let result = try await runProgram(
                    Self.tool,
                    [
                        "--keyring", server.keyringPath, server.url(.stable), directory + "/mirror",
                        "arch=amd64", "release~(jammy|noble)", "--max=1",
                    ])
                #expect(result.exitCode == 0, "\(result.said)")
                for release in ["jammy", "noble"] {
                    let versions = try FileManager.default.contentsOfDirectory(
                        atPath: "\(directory)/mirror/\(release)/amd64")
                    let publication = server.stream.publication(
                        .stable, server.stream.current(.stable))
                    let newest = publication.victim?.versions.last?.name
                    #expect(versions == [newest])
                    let arm = "\(directory)/mirror/\(release)/arm64"
                    #expect(!FileManager.default.fileExists(atPath: arm))
                }
            }
        }
    }
}
