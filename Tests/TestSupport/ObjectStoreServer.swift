internal import Foundation
package import ObjectStore
import Synchronization
package import Transport

/// The object store of tests: moto, in a process of its own, behind a gate that checks signatures and
/// misbehaves when asked to (`Scripts/moto-server`). One for all tests of a process, and a bucket for
/// each.
package final class ObjectStoreServer: Sendable {
    private static let root = URL(filePath: #filePath).appending(path: "../../..").standardized.path
    private static let python = "\(root)/.venv-moto/bin/python"

    /// Whether what it needs is there (`make setup`).
    package static let isThere = FileManager.default.isExecutableFile(atPath: python)

    /// Whether it is moto, which plays keys and conditions that another store has its own of.
    package static let isMoto = ProcessInfo.processInfo.environment["MAAS_BOOT_TEST_STORE"] == nil

    private static let started = Mutex<ObjectStoreServer?>(nil)

    package let url: String
    package let credentials: S3Credentials
    let port: UInt16
    private let process: ChildProcess

    private init(_ process: ChildProcess, saying line: String) throws {
        let words = line.split(separator: " ").map(String.init)
        guard words.count == 3, let port = UInt16(words[0].split(separator: ":").last ?? "") else {
            throw LoopbackExchange.Failed(path: line, status: 0)
        }
        self.process = process
        self.port = port
        url = words[0]
        credentials = S3Credentials(accessKey: words[1], secretKey: words[2])
    }

    /// The server, started with the first call.
    package static func shared() async throws -> ObjectStoreServer {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try sharedNow() }) }
        }
    }

    /// The same for callers that cannot wait otherwise; the first one waits two seconds.
    package static func sharedNow() throws -> ObjectStoreServer {
        try started.withLock { started in
            if let started { return started }
            let process = try ChildProcess([python, "\(root)/Scripts/moto-server"])
            let server = try ObjectStoreServer(process, saying: process.firstLine())
            started = server
            return server
        }
    }

    /// A new bucket that anybody may read.
    package func bucket() throws -> TestBucket {
        let bucket = TestBucket(
            server: self, name: "b-\(UUID().uuidString.lowercased().prefix(18))")
        _ = try ask("PUT", "objects/\(bucket.name)")
        return bucket
    }

    /// Asks the gate; nil when what is asked for is not there.
    func ask(_ method: String, _ path: String, _ body: [UInt8] = []) throws -> [UInt8]? {
        let answer = try LoopbackExchange.send(method, "/_gate/\(path)", port: port, body: body)
        guard [200, 404].contains(answer.status) else {
            throw LoopbackExchange.Failed(path: path, status: answer.status)
        }
        return answer.status == 200 ? answer.body : nil
    }
}

/// A bucket of a test's own.
package struct TestBucket: Sendable {
    package let server: ObjectStoreServer
    package let name: String

    /// A bucket of a name, which need not be there.
    package init(server: ObjectStoreServer, name: String) {
        self.server = server
        self.name = name
    }

    /// A new bucket of the shared server.
    package static func make() async throws -> TestBucket {
        try await ObjectStoreServer.shared().bucket()
    }

    /// Where readers find what is below the bucket.
    package var url: String { "\(server.url)/\(name)" }

    /// What commands need to write to it.
    package var environment: [String: String] {
        [
            "AWS_ACCESS_KEY_ID": server.credentials.accessKey,
            "AWS_SECRET_ACCESS_KEY": server.credentials.secretKey,
            "AWS_ENDPOINT_URL_S3": server.url, "AWS_REGION": "us-east-1",
        ]
    }

    /// A client as commands make it.
    package func client(
        keys: S3Credentials? = nil, retry: RetryPolicy = quickRetry
    ) -> S3Client {
        let options = ConnectionOptions(connectionsPerHost: 24, proxies: ProxySettings())
        let exchange = HTTPClient(options: options, retry: retry)
        let credentials = CredentialSource(.keys(keys ?? server.credentials), exchange: exchange)
        let service = S3Service(endpoint: server.url, region: "us-east-1", style: .path)
        return S3Client(service, bucket: name, credentials: credentials, exchange: exchange)
    }

    /// As `S3Client.retry`, with pauses that no test notices.
    package static var quickRetry: RetryPolicy {
        var retry = S3Client.retry
        retry.base = .milliseconds(1)
        return retry
    }

    // MARK: Past the program

    /// The bytes of an object; nil when it is not there.
    package func bytes(_ key: String) -> [UInt8]? {
        (try? server.ask("GET", "objects/\(name)/\(FormEncoding.path(key))")) ?? nil
    }

    /// Writes an object.
    package func write(_ key: String, _ bytes: [UInt8]) throws {
        _ = try server.ask("PUT", "objects/\(name)/\(FormEncoding.path(key))", bytes)
    }

    /// Removes an object.
    package func remove(_ key: String) throws {
        _ = try server.ask("DELETE", "objects/\(name)/\(FormEncoding.path(key))")
    }

    /// The keys of all objects.
    package var keys: [String] {
        guard let body = (try? server.ask("GET", "objects/\(name)")) ?? nil,
            let tags = try? JSONDecoder().decode([String: String].self, from: Data(body))
        else { return [] }
        return tags.keys.sorted()
    }

    /// The keys of uploads in parts that nobody completed or aborted.
    package func unfinishedKeys() async throws -> [String] {
        try await client().unfinishedKeys(below: "")
    }

    // MARK: Faults and counts

    /// Lets the next requests of a method go wrong whose path matches: `slow-down`, `internal`,
    /// `late-internal`, `denied`, `full`, `reset` (nothing is done), `lose-answer` (all is done).
    package func fail(
        _ method: String, _ pattern: String, _ deed: String, times: Int = 1
    ) throws {
        let fault: [String: Any] = [
            "method": method, "key": "^/\(name)/.*\(pattern)", "times": times, "do": deed,
        ]
        _ = try server.ask(
            "POST", "faults", [UInt8](JSONSerialization.data(withJSONObject: [fault])))
    }

    /// Keys that the server takes with their token only.
    package func temporaryKeys() throws -> S3Credentials {
        let keys = S3Credentials(
            accessKey: "ASIA\(name.prefix(12))", secretKey: "temporary-secret",
            sessionToken: "token+of/\(name)==")
        let settings = [
            "keys": [keys.accessKey: [keys.secretKey, keys.sessionToken ?? ""]]
        ]
        _ = try server.ask("POST", "settings", [UInt8](JSONEncoder().encode(settings)))
        return keys
    }

    /// Lets the server ignore conditions on writes to this bucket, as old stores do.
    package func ignoreConditions() throws {
        _ = try server.ask("POST", "settings", Array(#"{"ignore_conditions": ["\#(name)"]}"#.utf8))
    }

    /// The requests so far: method, path below the bucket, query, status.
    package var requests: [Request] {
        guard let body = (try? server.ask("GET", "requests/\(name)")) ?? nil,
            let rows = try? JSONSerialization.jsonObject(with: Data(body)) as? [[Any]]
        else { return [] }
        return rows.map { row in
            let path = (row[1] as? String ?? "").dropFirst(name.count + 1)
            return Request(
                method: row[0] as? String ?? "", path: path.isEmpty ? "" : String(path.dropFirst()),
                query: row[2] as? String ?? "", status: row[3] as? Int ?? 0)
        }
    }

    /// Forgets the requests so far.
    package func forgetRequests() throws {
        _ = try server.ask("DELETE", "requests/\(name)")
    }

    /// A request that was answered, or cut off (0).
    package struct Request: Sendable, Hashable {
        package let method: String
        package let path: String
        package let query: String
        package let status: Int
    }
}
