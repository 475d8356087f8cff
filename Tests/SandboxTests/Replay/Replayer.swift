import Sandbox
import Testing

/// Sends a recording's requests to a sandbox seeded to match, and compares every answer.
struct Replayer {
    let recording: Recording
    let sandbox: RunningSandbox
    let client: SandboxClient
    let clock: SteppedClock

    /// What differed, one line each, and how many exchanges were compared.
    struct Outcome {
        var compared = 0
        var differences: [String] = []
    }

    static func start(_ recording: Recording) async throws -> Replayer {
        let clock = SteppedClock(start: recording.start)
        var configuration = SandboxConfiguration()
        configuration.flavour = recording.flavour
        configuration.hasDefaultContent = false
        configuration.clock = clock
        configuration.catalogues = LabCatalogues()
        if recording.topic == "04-selections" { configuration.catalogueDelay = .milliseconds(300) }
        configuration.importDuration = .seconds(10)
        let sandbox = try await RunningSandbox.start(configuration)
        await sandbox.region { Seed.apply(recording, to: &$0) }
        return Replayer(
            recording: recording, sandbox: sandbox, client: try SandboxClient(sandbox), clock: clock
        )
    }

    func run() async throws -> Outcome {
        var outcome = Outcome()
        for (index, step) in recording.steps.enumerated() {
            switch step {
            case .wait(let seconds): clock.advance(by: .seconds(seconds + 10))
            case .exchange(let exchange):
                guard SkippedExchanges.reason(exchange.name) == nil else { continue }
                await prepare(exchange, index)
                let live = try await send(exchange)
                outcome.compared += 1
                outcome.differences += compare(exchange, live).map {
                    "\(recording.flavour.rawValue) \(recording.topic) [\(index)] "
                        + "\(exchange.name): \($0)"
                }
                await afterwards(exchange, index)
            }
        }
        return outcome
    }

    /// Lets the ids to come be those recorded, and time pass where it did.
    private func prepare(_ exchange: Recording.Exchange, _ index: Int) async {
        if exchange.name == "list while importing" { clock.advance(by: .milliseconds(1300)) }
        if exchange.name == "stop_import while importing"
            || (recording.flavour == .v3_8 && exchange.name.hasPrefix("import a second time"))
        {
            clock.advance(by: .milliseconds(1600))
        }
        if exchange.name.contains("the poll that was accepted") { clock.advance(by: .seconds(1)) }
        if recording.topic == "10-new-fields" { clock.advance(by: .milliseconds(40)) }
        let upcoming = upcomingIDs(exchange, index)
        let renamed = namedResource(exchange, index)
        let forgets = recording.topic == "11-failing-imports" && exchange.name.hasPrefix("create: ")
        let faults = faults(exchange)
        await sandbox.region { state in
            for (kind, id) in upcoming { state.lastIDs[kind] = id - 1 }
            if let (id, name, architecture) = renamed,
                let found = state.resources.firstIndex(where: {
                    $0.name == name && $0.architecture == architecture
                })
            {
                state.resources[found].id = id
            }
            if let faults { state.faults = faults }
            // What was left of the case before was dismissed between the recorded exchanges.
            if forgets, state.flavour == .v3_8 {
                state.notifications.removeAll { $0.ident != "Boot sources availability" }
            }
        }
    }

    /// The image an exchange reads or deletes, as the recording shows it there or in a list before.
    private func namedResource(
        _ exchange: Recording.Exchange, _ index: Int
    ) -> (Int, String, String)? {
        guard let match = exchange.path.firstMatch(of: /boot-resources\/(\d+)\//),
            let id = Int(match.1)
        else { return nil }
        for step in recording.steps[..<(index + 1)].reversed() {
            guard case .exchange(let earlier) = step, let json = earlier.answerJSON else {
                continue
            }
            for resource in json.elements + [json] where resource["id"]?.number == id {
                guard let name = resource["name"]?.text,
                    let architecture = resource["architecture"]?.text
                else { continue }
                return (id, name, architecture)
            }
        }
        return nil
    }

    /// What the recorded mirror did wrong during an import; nil leaves the faults as they are.
    private func faults(_ exchange: Recording.Exchange) -> [SandboxFault]? {
        switch exchange.name {
        case "import: files are gone (404)": [.failedImport]
        case "import: files have another sha256": [.stalledImport]
        case "good source": []
        default: nil
        }
    }

    private func upcomingIDs(_ exchange: Recording.Exchange, _ index: Int) -> [String: Int] {
        guard exchange.method == "POST" else { return [:] }
        if exchange.path.hasSuffix("boot-sources/"), let id = exchange.answerJSON?["id"]?.number {
            return ["source": id]
        }
        if exchange.path.hasSuffix("selections/"), let id = exchange.answerJSON?["id"]?.number {
            return ["selection": id]
        }
        if exchange.name == "import without any source", let id = nextSourceInPath(index) {
            return ["source": id]
        }
        return [:]
    }

    private func nextSourceInPath(_ index: Int) -> Int? {
        for step in recording.steps[index...] {
            guard case .exchange(let exchange) = step,
                let match = exchange.path.firstMatch(of: /boot-sources\/(\d+)\/selections/)
            else { continue }
            return Int(match.1)
        }
        return nil
    }

    private func send(_ exchange: Recording.Exchange) async throws -> SandboxClient.Answer {
        var headers = exchange.headers
        headers["Host"] = nil
        headers["Authorization"] =
            ReplayCredentials(
                exchange: exchange, topic: recording.topic, sandbox: sandbox, now: clock.now()
            ).header
        var body = exchange.body
        if exchange.name == "account delete token" {
            let token = await sandbox.region { $0.users[1].keys.last?.token ?? "" }
            body = Array("token_key=\(token)".utf8)
        }
        return try await client.send(
            exchange.method, exchange.path, headers: headers, body: body)
    }

    private func compare(
        _ exchange: Recording.Exchange, _ live: SandboxClient.Answer
    ) -> [String] {
        AnswerComparison(
            exchange: exchange, live: live, sandbox: sandbox, topic: recording.topic
        ).differences
    }

    /// Removes what was removed between the recorded exchanges: nothing names it again.
    private func afterwards(_ exchange: Recording.Exchange, _ index: Int) async {
        guard ["10-new-fields", "04-selections"].contains(recording.topic),
            exchange.method == "POST", exchange.status < 300,
            let id = exchange.answerJSON?["id"]?.number
        else { return }
        let isNamedAgain = recording.steps[(index + 1)...].contains { step in
            guard case .exchange(let later) = step else { return false }
            return later.path.contains("/\(id)/") || later.answer.contains("/\(id)/")
        }
        guard !isNamedAgain else { return }
        let isSource = exchange.path.hasSuffix("boot-sources/")
        await sandbox.region { state in
            if isSource {
                state.sources.removeAll { $0.id == id }
            } else {
                state.selections.removeAll { $0.id == id }
            }
        }
    }
}
