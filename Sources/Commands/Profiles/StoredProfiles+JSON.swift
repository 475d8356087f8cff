internal import FoundationEssentials
internal import Transport

/// The store's file: `{"version": 1, "current": …, "profiles": [{"name", "url", "api_key",
/// "ca_file" or "ca_pem", "insecure"}]}`.
extension StoredProfiles {
    /// The version of the file that this program writes, and the newest it reads.
    private static let version = 1

    /// Reads the file's bytes. Throws a failure without a path; no text of the file is in it.
    init(reading bytes: Data) throws {
        let document = try Self.decoded(bytes)
        guard document.version <= Self.version else {
            throw Failure(
                .failed, "it was written by a newer version of this program",
                received: "version \(document.version)")
        }
        self.init(
            current: document.current,
            profiles: try document.profiles.map { try Profile($0) })
    }

    private static func decoded(_ bytes: Data) throws -> Document {
        do {
            return try JSONDecoder().decode(Document.self, from: bytes)
        } catch {
            throw Failure(.failed, "it is not a file of profiles")
        }
    }

    /// The file's text.
    var json: String {
        JSONWriter(.pretty).text([
            "version": .integer(Self.version),
            "current": .string(orNull: current),
            "profiles": .array(profiles.map(\.stored)),
        ]) + "\n"
    }

    fileprivate struct Document: Decodable {
        let version: Int
        let current: String?
        let profiles: [Entry]
    }

    fileprivate struct Entry: Decodable {
        let name: String
        let url: String
        let api_key: String
        let ca_file: String?
        let ca_pem: String?
        let insecure: Bool?
    }
}

extension Profile {
    fileprivate init(_ entry: StoredProfiles.Entry) throws {
        self.init(
            name: entry.name, address: try RegionAddress(parsing: entry.url),
            apiKey: try APIKey(parsing: entry.api_key),
            authority: entry.ca_file.map { .file(path: $0) } ?? entry.ca_pem.map { .pem($0) },
            insecure: entry.insecure ?? false)
    }

    fileprivate var stored: JSONValue {
        var members = [
            JSONMember("name", .string(name)), JSONMember("url", .string(address.base)),
            JSONMember("api_key", .string(apiKey?.exposed ?? "")),
        ]
        switch authority {
        case .file(let path): members.append(JSONMember("ca_file", .string(path)))
        case .pem(let text): members.append(JSONMember("ca_pem", .string(text)))
        case nil: break
        }
        if insecure { members.append(JSONMember("insecure", true)) }
        return .object(members)
    }
}
