import FoundationEssentials
import MAAS
import Workflows

/// The versions whose behaviour differs.
enum Versions {
    static let v3_3 = RegionVersion("3.3.9")
    static let v3_5 = RegionVersion("3.5.13")
    static let v3_7 = RegionVersion("3.7.3")
    static let v3_8 = RegionVersion("3.8.0~alpha1")
    static let all = [v3_3, v3_5, v3_7, v3_8]
    /// Those that log their imports.
    static let logging = [v3_3, v3_5, v3_7]
}

/// A boot source as a region shows it.
func bootSource(
    _ id: Int, _ url: String, keyring: String = "/usr/share/keyrings/ubuntu-cloudimage-keyring.gpg",
    data: String = "", name: String? = nil, priority: Int? = nil, enabled: Bool = true,
    skip: Bool = false
) -> BootSource {
    var json = """
        {"id": \(id), "url": "\(url)", "keyring_filename": "\(keyring)", "keyring_data": "\(data)"
        """
    if let priority {
        json += """
            , "name": "\(name ?? url)", "priority": \(priority), "enabled": \(enabled),
            "skip_keyring_verification": \(skip)
            """
    }
    return decoded(json + "}")
}

func selection(
    _ release: String, _ arches: [String] = ["amd64"], os: String = "ubuntu", id: Int = 1,
    source: Int = 1
) -> BootSourceSelection {
    let list = arches.map { "\"\($0)\"" }.joined(separator: ",")
    return decoded(
        """
        {"id": \(id), "boot_source_id": \(source), "os": "\(os)", "release": "\(release)",
         "arches": [\(list)], "subarches": ["*"], "labels": ["*"]}
        """)
}

func event(_ description: String, id: Int = 1, level: String = "DEBUG") -> Event {
    let kind = level == "DEBUG" ? "info" : level.lowercased()
    return decoded(
        """
        {"id": \(id), "level": "\(level)", "type": "Region import \(kind)",
         "description": "\(description)", "created": "", "hostname": "region"}
        """)
}

func notice(
    _ ident: String?, _ message: String = "it failed", id: Int = 1, category: String = "error"
) -> Notification {
    Notification(id: id, ident: ident, category: category, message: message)
}

/// A sample that tests wrote themselves; one that cannot be read is a mistake in the test.
func decoded<Value: Decodable>(_ json: String) -> Value {
    do {
        return try JSONDecoder().decode(Value.self, from: Data(json.utf8))
    } catch {
        preconditionFailure("\(error) in \(json)")
    }
}

/// The workflow error that `body` throws; nil when it throws none.
func workflowError<Value>(_ body: () throws -> Value) -> WorkflowError? {
    do {
        _ = try body()
        return nil
    } catch {
        return error as? WorkflowError
    }
}

func workflowError<Value>(_ body: () async throws -> Value) async -> WorkflowError? {
    do {
        _ = try await body()
        return nil
    } catch {
        return error as? WorkflowError
    }
}

enum Samples {
    static func decode<Value: Decodable>(_ type: Value.Type, _ body: Data) throws -> Value {
        try JSONDecoder().decode(type, from: body)
    }

    static func rack(connected: Bool, status: String) -> RackImageState {
        decoded("{\"connected\": \(connected), \"status\": \"\(status)\"}")
    }
}
