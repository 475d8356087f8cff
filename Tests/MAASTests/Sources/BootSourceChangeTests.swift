import FoundationEssentials
import TestSupport
import Testing
import Transport

@testable import MAAS

@Suite struct BootSourceChangeTests {
    private static let bytes = Data([0x99, 0x01, 0x0d, 0x0a, 0xff, 0x00])
    private static let url = FormField("url", "http://mirror.test/stable/")

    private static func upload(_ fields: [FormField], _ content: Data = bytes) -> RequestBody {
        .multipart(
            MultipartForm(
                fields: fields,
                files: [
                    .init(
                        name: "keyring_data", filename: "keyring.gpg", content: Array(content))
                ], boundary: "b"))
    }

    /// A random boundary would keep equal bodies from being equal.
    private static func settled(_ body: RequestBody) -> RequestBody {
        guard case .multipart(let form) = body else { return body }
        return .multipart(MultipartForm(fields: form.fields, files: form.files, boundary: "b"))
    }

    struct Creation: Sendable {
        let change: BootSourceChange
        let body: RequestBody
    }

    @Test(arguments: [
        Creation(change: .init(url: url.value), body: .form([url])),
        Creation(
            change: .init(url: url.value, keyring: .filename("/k.gpg")),
            body: .form([url, FormField("keyring_filename", "/k.gpg")])),
        Creation(change: .init(url: url.value, keyring: .data(bytes)), body: upload([url])),
        Creation(
            change: .init(
                url: url.value, keyring: .filename("/k.gpg"), name: "Lab", priority: 7,
                enabled: false, skipKeyringVerification: true),
            body: .form([
                url, FormField("name", "Lab"), FormField("priority", "7"),
                FormField("enabled", "false"), FormField("skip_keyring_verification", "true"),
                FormField("keyring_filename", "/k.gpg"),
            ])),
        Creation(
            change: .init(
                url: url.value, keyring: .data(bytes), enabled: true,
                skipKeyringVerification: false),
            body: upload([
                url, FormField("enabled", "true"), FormField("skip_keyring_verification", "false"),
            ])),
    ])
    func `creates`(example: Creation) {
        #expect(Self.settled(example.change.creationBody) == example.body)
    }

    struct Update: Sendable {
        let name: String
        let stored: BootSource
        let change: BootSourceChange
        let outcome: Result<RequestBody, UnsendableChange>
    }

    private static let onPath = Samples.source(filename: "/k.gpg")
    private static let stored = Data("stored".utf8)
    private static let onData = Samples.source(
        filename: "", data: Data("stored".utf8).base64EncodedString())
    private static let unreadable = Samples.source(filename: "", data: "<memory at 0x7f2c>")
    private static let bare = Samples.source(filename: "")

    @Test(arguments: [
        Update(
            name: "a path stays", stored: onPath, change: .init(url: url.value),
            outcome: .success(.form([url]))),
        Update(
            name: "a path gives way to a path", stored: onPath,
            change: .init(keyring: .filename("/new.gpg")),
            outcome: .success(.form([FormField("keyring_filename", "/new.gpg")]))),
        Update(
            name: "a path gives way to bytes", stored: onPath,
            change: .init(url: url.value, keyring: .data(bytes)),
            outcome: .success(upload([url, FormField("keyring_filename", "")]))),
        Update(
            name: "bytes go along again", stored: onData, change: .init(url: url.value),
            outcome: .success(upload([url], stored))),
        Update(
            name: "bytes give way to bytes", stored: onData, change: .init(keyring: .data(bytes)),
            outcome: .success(upload([]))),
        Update(
            name: "bytes cannot give way to a path", stored: onData,
            change: .init(keyring: .filename("/k.gpg")), outcome: .failure(.needsNewSource)),
        Update(
            name: "unreadable bytes cannot go along", stored: unreadable,
            change: .init(url: url.value), outcome: .failure(.storedKeyringUnreadable)),
        Update(
            name: "unreadable bytes give way to bytes", stored: unreadable,
            change: .init(keyring: .data(bytes)), outcome: .success(upload([]))),
        Update(
            name: "unreadable bytes cannot give way to a path", stored: unreadable,
            change: .init(keyring: .filename("/k.gpg")), outcome: .failure(.needsNewSource)),
        Update(
            name: "none gives way to a path", stored: bare,
            change: .init(keyring: .filename("/k.gpg")),
            outcome: .success(.form([FormField("keyring_filename", "/k.gpg")]))),
        Update(
            name: "switched off with bytes stored", stored: onData, change: .init(enabled: false),
            outcome: .success(upload([FormField("enabled", "false")], stored))),
    ])
    func `updates`(example: Update) {
        let outcome: Result<RequestBody, UnsendableChange>
        do {
            outcome = .success(
                Self.settled(try example.change.updateBody(changing: example.stored)))
        } catch {
            outcome = .failure(error)
        }
        #expect(outcome == example.outcome, "\(example.name)")
    }

    @Test func `a change that cannot be sent is not sent`() async throws {
        try await ScriptedExchange.run([]) { exchange in
            let client = RegionClient(
                url: ScriptedExchange.region, signer: nil, exchange: exchange)
            let error = await #expect(throws: RegionError.self) {
                try await client.updateBootSource(
                    Self.onData, BootSourceChange(keyring: .filename("/k.gpg")))
            }
            #expect(error?.reason == .unsendable(.needsNewSource))
            #expect(error?.operation == "change boot source 1")
        }
    }

    /// The region that recorded these accepted the form of them.
    @Test(arguments: Recordings.regions)
    func `puts bytes in place of a path as recorded`(region: String) throws {
        let recorded = try Recordings.exchange(
            region, topic: "03-boot-sources",
            named: "update keyring_data and empty keyring_filename (multipart)")
        #expect(recorded.response.status == 200)
        let sent = String(decoding: try #require(recorded.request.body), as: UTF8.self)
        let names = sent.matches(of: /; name="([^"]+)"/).map { String($0.1) }
        let body = try BootSourceChange(keyring: .data(Self.bytes)).updateBody(
            changing: Self.onPath)
        guard case .multipart(let form) = body else {
            Issue.record("not multipart")
            return
        }
        let ours = form.fields.map(\.name) + form.files.map(\.name)
        #expect(Set(ours) == Set(names))
    }

    @Test(arguments: [
        (BootSourceChange(url: "u", keyring: .filename("f")), false),
        (BootSourceChange(name: ""), true), (BootSourceChange(priority: 0), true),
        (BootSourceChange(enabled: false), true),
        (BootSourceChange(skipKeyringVerification: false), true),
    ])
    func `knows the fields of 3.8`(change: BootSourceChange, expected: Bool) {
        #expect(change.usesManagement == expected)
    }
}
