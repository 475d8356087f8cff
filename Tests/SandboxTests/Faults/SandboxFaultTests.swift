import Testing

@testable import Sandbox

struct SandboxFaultTests {
    @Test func `every name reads, with a value where one is due`() throws {
        for fault in SandboxFault.all {
            let text = fault.value == nil ? fault.name : "\(fault.name)=7"
            #expect(throws: Never.self) { try SandboxFault(text) }
            #expect(!fault.summary.isEmpty)
        }
        #expect(Set(SandboxFault.all.map(\.name)).count == SandboxFault.all.count)
    }

    @Test(arguments: [
        ("slow=50", SandboxFault.slow(milliseconds: 50)),
        ("503-once", .unavailableOnce(retryAfter: 1)),
        ("503-always=9", .unavailable(retryAfter: 9)),
        ("clock-skew=-400", .clockSkew(seconds: -400)),
        ("reset", .reset),
    ])
    func `reads names and values`(text: String, fault: SandboxFault) throws {
        #expect(try SandboxFault(text) == fault)
    }

    @Test(arguments: ["nope", "slow", "slow=fast", "reset=1", ""])
    func `names what it cannot read, and what there is`(text: String) {
        let error = #expect(throws: SandboxFault.UnknownFault.self) { try SandboxFault(text) }
        #expect(error?.description.contains("'\(text)'") == true)
        #expect(error?.description.contains("stalled-import") == true)
    }
}

/// Faults on the way of an answer, over real HTTP.
struct FaultAnswersTests {
    private static let whoami = "/MAAS/api/2.0/users/?op=whoami"

    private func ask(
        _ sandbox: RunningSandbox, _ method: String = "GET", _ target: String = whoami
    ) async throws -> SandboxClient.Answer {
        let headers = ["Authorization": OAuthHeader.plaintext(sandbox.adminAPIKey)]
        return try await SandboxClient(sandbox).send(method, target, headers: headers)
    }

    @Test(arguments: [
        (SandboxFault.unavailable(retryAfter: 3), 503), (.badGateway, 502), (.traceback, 500),
        (.htmlPage, 200), (.redirect, 301), (.wrongKey, 401), (.clockSkew(seconds: 400), 401),
        (.clockSkew(seconds: -400), 200),
    ])
    func `answer in the region's place`(fault: SandboxFault, status: Int) async throws {
        var configuration = SandboxConfiguration()
        configuration.faults = [fault]
        let sandbox = try await RunningSandbox.start(configuration)
        #expect(try await ask(sandbox).status == status)
        await sandbox.clearFaults()
        #expect(try await ask(sandbox).status == 200)
        await sandbox.stop()
    }

    @Test func `some strike once`() async throws {
        let sandbox = try await RunningSandbox.start()
        await sandbox.inject(.unavailableOnce(retryAfter: 4))
        let first = try await ask(sandbox)
        #expect(first.status == 503)
        #expect(first.headers["retry-after"] == "4")
        #expect(try await ask(sandbox).status == 200)
        await sandbox.inject(.createFails)
        #expect(try await ask(sandbox).status == 200)
        #expect(try await ask(sandbox, "POST", "/MAAS/api/2.0/boot-sources/").status == 500)
        #expect(try await ask(sandbox, "POST", "/MAAS/api/2.0/boot-sources/").status == 400)
        await sandbox.stop()
    }

    @Test func `spoil JSON and leave text alone`() {
        let answer = APIResponse.json(["a": "b"])
        let short = FaultAnswers.spoil(answer, [.truncatedJSON])
        #expect(short.status == 200)
        #expect(JSONValue(parsing: short.body) == nil)
        let long = FaultAnswers.spoil(answer, [.hugeJSON])
        #expect(long.body.count == answer.body.count + 30_000_000)
        #expect(long.body.starts(with: answer.body))
        let text = APIResponse.text("OK")
        #expect(FaultAnswers.spoil(text, [.truncatedJSON, .hugeJSON]) == text)
    }

    @Test func `a reset connection gives no answer, and the next one does`() async throws {
        let sandbox = try await RunningSandbox.start()
        await sandbox.inject(.reset)
        await #expect(throws: (any Error).self) { try await ask(sandbox) }
        await sandbox.clearFaults()
        #expect(try await ask(sandbox).status == 200)
        #expect(await sandbox.requests().map(\.status) == [0, 200])
        await sandbox.stop()
    }

    @Test func `the plain port of a TLS region redirects as recorded`() async throws {
        let recording = try Recording(.v3_7, "12-tls-plain-port")
        let sandbox = try await RunningSandbox.start()
        await sandbox.inject(.redirect)
        for exchange in recording.exchanges where exchange.status == 301 {
            let live = try await SandboxClient(sandbox).send(exchange.method, exchange.path)
            #expect(live.status == 301)
            let comparison = AnswerComparison(
                exchange: exchange, live: live, sandbox: sandbox, topic: recording.topic)
            #expect(comparison.differences == [])
            #expect(live.headers["location"] == "https://127.0.0.1:5443\(exchange.path)")
        }
        await sandbox.stop()
    }

    @Test func `a region that is down answers as recorded`() async throws {
        let recording = try Recording(.v3_3, "10-down")
        let sandbox = try await RunningSandbox.start()
        await sandbox.inject(.badGateway)
        for exchange in recording.exchanges {
            let live = try await SandboxClient(sandbox).send(exchange.method, exchange.path)
            let comparison = AnswerComparison(
                exchange: exchange, live: live, sandbox: sandbox, topic: recording.topic)
            #expect(comparison.differences == [])
        }
        await sandbox.stop()
    }
}

/// Faults of imports.
struct ImportFaultsTests {
    @Test(arguments: [MAASFlavour.v3_3, .v3_7])
    func `a stalled import stays where it is`(flavour: MAASFlavour) {
        let scene = Scene(flavour, [.stalledImport])
        scene.switchToCandidate()
        scene.startImport()
        scene.clock.advance(by: .seconds(3600))
        #expect(scene.isImporting)
        #expect(scene.noble.last == "20260815 40")
    }

    @Test(arguments: [
        (MAASFlavour.v3_7, "Image importer"), (.v3_8, "Sync selection 1"),
    ])
    func `a failing import leaves a notice and the old set`(flavour: MAASFlavour, ident: String) {
        for fault in [SandboxFault.failedImport, .importFailsAtOnce] {
            let scene = Scene(flavour, [fault])
            scene.switchToCandidate()
            scene.startImport()
            scene.clock.advance(by: .seconds(11))
            #expect(!scene.isImporting)
            #expect(scene.noble.first == "20260801 complete")
            #expect(!scene.noble.contains("20260815 complete"))
            #expect(scene.notices.contains(ident))
        }
    }

    @Test func `an instant import is over before it can be seen`() {
        let scene = Scene(.v3_7, [.instantImport])
        scene.switchToCandidate()
        scene.startImport()
        #expect(!scene.isImporting)
        #expect(scene.noble == ["20260815 complete"])
    }

    @Test func `a restarted import begins again, once`() {
        let scene = Scene(.v3_7, [.restart])
        scene.switchToCandidate()
        scene.startImport()
        scene.clock.advance(by: .milliseconds(4500))
        #expect(scene.noble.last == "20260815 38")
        scene.clock.advance(by: .milliseconds(200))
        #expect(scene.noble.last == "20260815 1")
        scene.clock.advance(by: .seconds(10))
        #expect(scene.noble == ["20260815 complete"])
    }

    @Test func `with a region controller lost nothing completes from 3.5 on`() {
        let scene = Scene(.v3_7, [.lostRegionController])
        let item = JSONValue(parsing: scene.call("GET", "boot-resources/1/").body)
        let set = item?["sets"]?.members.first?.value
        #expect(set?["complete"] == false)
        #expect(set?["progress"]?.number == 50)
        let older = Scene(.v3_3, [.lostRegionController])
        let whole = JSONValue(parsing: older.call("GET", "boot-resources/1/").body)
        #expect(whole?["sets"]?.members.first?.value["complete"] == true)
    }

    @Test func `is_importing can lie`() {
        let scene = Scene(.v3_7, [.isImportingLies])
        scene.switchToCandidate()
        scene.startImport()
        #expect(!scene.isImporting)
        scene.clock.advance(by: .milliseconds(5500))
        #expect(scene.noble.last == "20260815 50")
    }

    @Test func `a catalogue can stay empty for ever`() {
        let scene = Scene(.v3_7, [.noCatalogue])
        scene.call(
            "POST", "boot-sources/",
            "url=http://m.lan/ephemeral-v3/stable/&keyring_filename=\(DefaultContent.debKeyring)")
        scene.clock.advance(by: .seconds(3600))
        let form = "os=ubuntu&release=jammy&arches=amd64&subarches=*&labels=*"
        #expect(scene.call("POST", "boot-sources/2/selections/", form).status == 400)
    }
}
