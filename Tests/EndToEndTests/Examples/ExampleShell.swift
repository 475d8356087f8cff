import Foundation
import TestSupport
import Testing

/// A shell in front of a region, as examples take it for granted: the programs are in the path, the
/// profiles `lab` and `prod` are there, and its directory has a keyring and a key.
struct ExampleShell: Sendable {
    private var variables: [String: String]
    private let home: TemporaryDirectory

    init(_ region: LiveSandbox) async throws {
        home = region.home
        variables = [
            "PATH": "\(home.path("bin")):\(Programs.directory):/usr/bin:/bin", "HOME": home.path,
            "REGION": region.url, "KEY": region.key, "MIRROR": region.variables["MIRROR"] ?? "",
            "CANDIDATE": region.stream.map { "\($0)/ephemeral-v3/candidate/" } ?? "",
            "KEYRING": try await ExampleScript.keyring(of: region),
            // What is not for the sandbox's stream stays on this machine.
            "http_proxy": region.stream ?? "", "https_proxy": "http://127.0.0.1:9",
        ]
        if ObjectStoreServer.isThere {
            let bucket = try await TestBucket.make()
            variables.merge(bucket.environment) { $1 }
            variables["BUCKET"] = "s3://\(bucket.name)/maas"
        }
        try await succeed(Self.opening)
    }

    /// Whether what a line takes for granted is there: buckets are not without `.venv-moto`.
    func serves(_ line: String) -> Bool {
        variables["BUCKET"] != nil || !line.contains("s3://")
    }

    /// A region's machine is not at hand: `sudo` stands for it, and prints the administrator's key.
    private static let opening = #"""
        mkdir -p bin usb keys
        printf '#!/bin/sh\necho "$KEY"\n' > bin/sudo && chmod +x bin/sudo
        (umask 077 && echo "$KEY" > key)
        cp "$KEYRING" site.gpg
        maas-boot login lab "$REGION" < key && maas-boot login prod "$REGION" < key
        maas-boot profile use lab
        """#

    /// Runs what has to work before an example can.
    func succeed(_ script: String) async throws {
        let run = try await shell("set -e\n" + script)
        try #require(run.status == 0, "\(script)\n\(run.error)")
    }

    /// Types a line of a command's examples.
    func type(_ line: String, of command: String) async throws -> CommandRun {
        let line = ExampleStage.line(line, of: command)
        guard ExampleStage.lasts(line) else { return try await shell(line) }
        return try await shell(Self.interrupting(line))
    }

    /// Runs a line that would run on, and interrupts it once it has said something. Job control makes
    /// its signals those of a line typed at a terminal.
    static func interrupting(_ line: String) -> String {
        """
        set -m; rm -f shown
        \(line) > shown & program=$!
        until [ -s shown ] || ! kill -0 $program; do sleep 0.05; done
        kill -INT $program; wait $program
        """
    }

    /// The same shell in front of a mirror that signs itself, too.
    func attached(to mirror: String) async throws -> ExampleShell {
        let fingerprint = try await shell(
            #"maas-boot mirror list "$HOME/own" --jq '.[0].site_fingerprint'"#)
        try #require(fingerprint.status == 0, "\(fingerprint.error)")
        var shell = self
        shell.variables["SIGNED"] = mirror
        shell.variables["FINGERPRINT"] = fingerprint.output.filter(\.isHexDigit)
        return shell
    }

    private func shell(_ script: String) async throws -> CommandRun {
        try await Programs.shell("set -o pipefail; cd \"$HOME\" || exit\n" + script, variables)
    }
}
