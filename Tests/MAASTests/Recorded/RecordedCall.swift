import Foundation
import MAAS
import TestSupport
import Transport

/// How the client would make a recorded request, or why it never would.
enum RecordedCall {
    /// Runs the client's own function and tells what it understood of the answer: the ids, names
    /// or values in it.
    case made(@Sendable (RegionClient) async throws(RegionError) -> [String])
    case skipped(String)

    init(_ exchange: RecordedExchange) {
        let request = exchange.request
        let base = "/MAAS/api/2.0/"
        guard request.path.hasPrefix(base) else {
            self = .skipped("a path outside the API")
            return
        }
        guard exchange.name != "5 MiB keyring" else {
            self = .skipped("an answer of which the recording holds the start")
            return
        }
        let parts = request.path.dropFirst(base.count)
            .split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let operation = request.query.first { $0.name == "op" }?.value
        let shape = parts.map { Int($0) == nil ? $0 : "N" }.joined(separator: "/")
        let line = "\(request.method) \(shape)" + (operation.map { "?op=\($0)" } ?? "")
        let ids = parts.compactMap(Int.init)
        self =
            Self.read(line, ids) ?? Self.change(line, ids) ?? Self.setting(line, request)
            ?? .skipped(Self.reason(line))
    }

    private static func read(_ line: String, _ ids: [Int]) -> RecordedCall? {
        switch line {
        case "GET version/":
            .made { client throws(RegionError) in [try await client.version().text] }
        case "GET users/?op=whoami":
            .made { client throws(RegionError) in [try await client.whoami().username] }
        case "GET boot-sources/":
            .made { client throws(RegionError) in try await client.bootSources().map { "\($0.id)" }
            }
        case "GET boot-sources/N/":
            .made { client throws(RegionError) in ["\(try await client.bootSource(ids[0]).id)"] }
        case "GET boot-sources/N/selections/":
            .made { client throws(RegionError) in
                try await client.selections(of: ids[0]).map { "\($0.id)" }
            }
        case "GET boot-resources/":
            .made { client throws(RegionError) in
                try await client.bootResources().map { "\($0.id)" }
            }
        case "GET boot-resources/N/":
            .made { client throws(RegionError) in ["\(try await client.bootResource(ids[0]).id)"] }
        case "GET boot-resources/?op=is_importing":
            .made { client throws(RegionError) in ["\(try await client.isImporting())"] }
        case "GET notifications/":
            .made { client throws(RegionError) in
                try await client.notifications().map { "\($0.id)" }
            }
        case "GET events/?op=query":
            .made { client throws(RegionError) in try await client.events().map { "\($0.id)" } }
        case "GET rackcontrollers/":
            .made { client throws(RegionError) in
                try await client.rackControllers().map(\.systemID)
            }
        case "GET regioncontrollers/":
            .made { client throws(RegionError) in
                try await client.regionControllers().map(\.systemID)
            }
        case "GET rackcontrollers/abcdef/?op=list_boot_images":
            .made { client throws(RegionError) in [try await client.images(ofRack: "abcdef").status]
            }
        default: nil
        }
    }

    private static func change(_ line: String, _ ids: [Int]) -> RecordedCall? {
        switch line {
        case "POST boot-sources/":
            .made { client throws(RegionError) in
                ["\(try await client.createBootSource(BootSourceChange(url: "http://h/")).id)"]
            }
        case "PUT boot-sources/N/":
            .made { client throws(RegionError) in
                let change = BootSourceChange(url: "http://h/")
                return ["\(try await client.updateBootSource(Samples.source(ids[0]), change).id)"]
            }
        case "DELETE boot-sources/N/":
            .made { client throws(RegionError) in
                try await client.deleteBootSource(ids[0])
                return []
            }
        case "POST boot-sources/N/selections/":
            .made { client throws(RegionError) in
                ["\(try await client.createSelection(of: ids[0], Samples.values).id)"]
            }
        case "PUT boot-sources/N/selections/N/":
            .made { client throws(RegionError) in
                let selection = Samples.selection(ids[1], of: ids[0])
                return ["\(try await client.updateSelection(selection, Samples.values).id)"]
            }
        case "DELETE boot-sources/N/selections/N/":
            .made { client throws(RegionError) in
                try await client.deleteSelection(Samples.selection(ids[1], of: ids[0]))
                return []
            }
        case "DELETE boot-resources/N/":
            .made { client throws(RegionError) in
                try await client.deleteBootResource(ids[0])
                return []
            }
        case "POST boot-resources/?op=import":
            .made { client throws(RegionError) in
                try await client.startImport(mayRepeat: false)
                return []
            }
        case "POST boot-resources/?op=stop_import":
            .made { client throws(RegionError) in
                try await client.stopImport()
                return []
            }
        default: nil
        }
    }

    private static func setting(
        _ line: String, _ request: RecordedExchange.Request
    ) -> RecordedCall? {
        let names = (request.query + request.form).filter { $0.name == "name" }
        switch line {
        case "GET maas/?op=get_config":
            guard names.count == 1, let known = SettingName(rawValue: names[0].value) else {
                return .skipped("a setting the client never asks for")
            }
            return .made { client throws(RegionError) in
                [SettingsReading.text(try await client.setting(known))]
            }
        case "POST maas/?op=set_config":
            return .made { client throws(RegionError) in
                try await client.set(.maasName, to: .text("x"))
                return []
            }
        default: return nil
        }
    }

    private static func reason(_ line: String) -> String {
        let reasons = [
            ("GET boot-sources/N/selections/N/", "selections are read as a list"),
            ("GET regioncontrollers/", "controllers are read as a list"),
            ("POST rackcontrollers/", "racks are not told to import"),
            ("POST boot-resources/", "images are not uploaded"),
            ("PUT boot-resources/N/upload/", "images are not uploaded"),
            ("GET account/", "keys are not managed"), ("POST account/", "keys are not managed"),
            ("DELETE account/", "keys are not managed"),
            ("GET users/", "users are not managed"), ("GET /users/", "a doubled slash"),
            ("GET machines/", "machines are not managed"),
        ]
        return reasons.first { line.hasPrefix($0.0) }?.1 ?? "unknown to the client: \(line)"
    }
}

enum SettingsReading {
    static func text(_ value: SettingValue) -> String {
        switch value {
        case .boolean(let value): "\(value)"
        case .number(let value): "\(value)"
        case .text(let text): text
        case .unset: "<null>"
        }
    }
}
