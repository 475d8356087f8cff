import Foundation
import Sandbox
import Subprocess
import SystemPackage
import TestSupport
import Testing

/// The built program, killed while it applies a document: the next run makes it good.
@Suite struct ApplyKillTests {
    static let text = """
        version: 1
        settings: {boot_images_no_proxy: true}
        sources:
          - url: candidate
            replaces: [stable]
            selections:
              - {os: ubuntu, release: jammy, arches: [amd64, arm64]}
              - {os: ubuntu, release: focal, arches: [arm64]}

        """

    /// What the region has, and whether an import of it was ordered or went by itself.
    private func state(_ sandbox: RunningSandbox) async -> [String] {
        await sandbox.region { state in
            state.sources.map(\.url)
                + state.selections.map { "\($0.release) \($0.arches.sorted())" }.sorted()
                + state.resources.filter { !$0.isBootloader }.map {
                    "\($0.name) \($0.architecture) \($0.sets.map { "\($0.version) \($0.isComplete)" })"
                }.sorted()
        }
    }

    /// Applies the document to a fresh region, killing the program after so many writes, and then
    /// until nothing is left to do.
    private func end(_ flavour: MAASFlavour, killedAfter writes: Int?) async throws -> [String] {
        var configuration = SandboxConfiguration()
        configuration.flavour = flavour
        configuration.catalogues = BuiltInCatalogue()
        configuration.importDuration = .milliseconds(50)
        let sandbox = try await RunningSandbox.start(configuration)
        let home = try TemporaryDirectory()
        let path = try home.write(Self.text, to: "maas.yaml")
        let variables = [
            "HOME": home.path, "MAAS_URL": sandbox.url, "MAAS_API_KEY": sandbox.adminAPIKey,
        ]
        let result: Result<[String], any Error>
        do {
            if let writes { try await kill(sandbox, path, variables, after: writes) }
            for _ in 0..<5 {
                let run = try await Programs.run(
                    "apply -f \(path) --preflight off", variables)
                #expect(run.status == 0, "\(run.error)")
                try await Task.sleep(for: .milliseconds(150))
                let plan = try await Programs.run("plan -f \(path)", variables)
                if plan.status == 0 { break }
            }
            result = .success(await state(sandbox))
        } catch {
            result = .failure(error)
        }
        await sandbox.stop()
        return try result.get()
    }

    private func kill(
        _ sandbox: RunningSandbox, _ path: String, _ variables: [String: String], after writes: Int
    ) async throws {
        await sandbox.inject(.slow(milliseconds: 20))
        let result = try await Subprocess.run(
            .path(FilePath(Programs.maasBoot)),
            arguments: ["apply", "-f", path, "--preflight", "off"],
            environment: Programs.environment(variables), input: .none, output: .discarded,
            error: .discarded
        ) { process in
            while await sandbox.requests().writes.count < writes {
                try await Task.sleep(for: .milliseconds(2))
            }
            try process.send(signal: .kill)
        }
        #expect(Programs.number(result.terminationStatus) == 137)
        await sandbox.clearFaults()
    }

    @Test(arguments: [(MAASFlavour.v3_5, [1, 3]), (.v3_8, [1, 2])])
    func `is made good by the next run after SIGKILL`(
        flavour: MAASFlavour, places: [Int]
    ) async throws {
        let expected = try await end(flavour, killedAfter: nil)
        #expect(expected.contains { $0.contains("ubuntu/focal arm64") })
        for writes in places {
            let killed = try await end(flavour, killedAfter: writes)
            #expect(killed == expected, "killed after write \(writes)")
        }
    }
}
