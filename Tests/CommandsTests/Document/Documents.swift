import Sandbox
import TestSupport
import Testing

/// Documents for a sandbox region, and runs of them.
extension CommandFixture {
    /// Writes a document and returns its path.
    func document(_ text: String, name: String = "maas.yaml") throws -> String {
        try home.write("version: 1\n" + text + "\n", to: name)
    }

    /// `apply -f` of this document with these words, without looking at streams.
    func apply(_ text: String, _ words: String = "") async throws -> CommandRun {
        await run("apply -f \(try document(text)) --preflight off --progress none \(words)")
    }

    /// `plan -f` of this document with these words.
    func plan(_ text: String, _ words: String = "") async throws -> CommandRun {
        await run("plan -f \(try document(text)) --preflight off \(words)")
    }

    /// `OS/RELEASE:ARCH,…` of every selection, by its source's id.
    func selected() async -> [String] {
        await sandbox.region { state in
            state.selections.map {
                "\($0.sourceID) \($0.os)/\($0.release):\($0.arches.joined(separator: ","))"
            }.sorted()
        }
    }

    /// Every source's address, without the slash that old regions keep.
    func urls() async -> [String] {
        await sandbox.region { state in
            state.sources.map { $0.url.hasSuffix("/") ? String($0.url.dropLast()) : $0.url }
        }
    }

    func setting(_ name: String) async -> JSONValue? {
        await sandbox.region { $0.settings[name] }
    }
}

/// What documents in tests are made of.
enum Wishes {
    static let stable = "http://images.maas.io/ephemeral-v3/stable"
    static let candidate = "http://images.maas.io/ephemeral-v3/candidate"

    /// Noble and jammy from stable, with a setting.
    static let usual = """
        settings:
          boot_images_no_proxy: true
        sources:
          - url: stable
            selections:
              - {os: ubuntu, release: noble, arches: [amd64, arm64]}
              - {os: ubuntu, release: jammy, arches: [amd64]}
        """

    /// The usual switched to candidate in place, a second source, and other releases as defaults.
    static let rich = """
        settings:
          enable_http_proxy: false
          commissioning_distro_series: jammy
          default_distro_series: jammy
        sources:
          - url: candidate
            replaces: [stable]
            selections:
              - {os: ubuntu, release: jammy, arches: [amd64]}
          - url: \(CommandFixture.mirror)
            keyring: auto
            selections:
              - {os: ubuntu, release: focal, arches: [arm64]}
        """
}
