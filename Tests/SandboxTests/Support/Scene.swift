import Sandbox
import Testing

@testable import Sandbox

/// A region without a socket, with a clock that waits for nobody.
struct Scene {
    let clock = SteppedClock()
    let region: Region
    private let key: String

    init(
        _ flavour: MAASFlavour, _ faults: [SandboxFault] = [],
        change: (inout SandboxConfiguration) -> Void = { _ in }
    ) {
        var configuration = SandboxConfiguration()
        configuration.flavour = flavour
        configuration.faults = faults
        configuration.clock = clock
        configuration.importDuration = .seconds(10)
        change(&configuration)
        let state = InitialState.make(configuration)
        key = InitialState.keys(state).admin
        region = Region(state, clock: clock, catalogues: configuration.catalogues)
    }

    /// A region that imports from a stream, whose stable line it has already.
    init(_ flavour: MAASFlavour, beside stream: StreamServer) async throws {
        var configuration = SandboxConfiguration()
        configuration.flavour = flavour
        configuration.clock = clock
        configuration.importDuration = .seconds(10)
        let state = InitialState.make(
            configuration, official: try await RunningSandbox.official(stream, configuration))
        key = InitialState.keys(state).admin
        region = Region(state, clock: clock, catalogues: StreamCatalogues(stream: stream))
    }

    /// Starts an import and lets it go on for as long as one takes.
    func runImport() async {
        startImport()
        await finishImport()
    }

    /// Lets an import go on, with the time for reading and the time for downloading.
    func finishImport() async {
        await region.fetchesDone()
        clock.advance(by: .milliseconds(1100))
        _ = isImporting
        await region.fetchesDone()
        clock.advance(by: .seconds(10))
    }

    @discardableResult
    func call(_ method: String, _ target: String, _ form: String = "") -> APIResponse {
        let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
        var headers = [
            "authorization": OAuthHeader.plaintext(key, timestamp: Int(clock.now())),
            "host": "127.0.0.1:5240",
        ]
        if !form.isEmpty { headers["content-type"] = "application/x-www-form-urlencoded" }
        let request = APIRequest(
            method: method, path: "/MAAS/api/2.0/\(parts[0])",
            query: parts.count > 1 ? parts[1] : "",
            headers: headers, body: Array(form.utf8))
        return region.answer(request, limit: 1_000_000)
    }

    var isImporting: Bool { call("GET", "boot-resources/?op=is_importing").text == "true" }

    func startImport() { call("POST", "boot-resources/?op=import") }

    /// Points source 1 at candidate, whose images are newer, and lets the region know.
    func switchToCandidate() {
        call("PUT", "boot-sources/1/", "url=http://images.maas.io/ephemeral-v3/candidate/")
    }

    /// The sets of ubuntu/noble amd64, oldest first, as `VERSION complete` or `VERSION percent`.
    var noble: [String] {
        region.access { state in
            let resource = state.resources.first { $0.name == "ubuntu/noble" }
            return (resource?.sets ?? []).map { set in
                set.isComplete
                    ? "\(set.version) complete" : "\(set.version) \(100 * set.stored / set.size)"
            }
        }
    }

    var notices: [String] { region.access { $0.notifications.compactMap(\.ident) } }
}
