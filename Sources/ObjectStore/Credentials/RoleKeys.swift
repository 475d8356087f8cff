internal import FoundationEssentials
internal import Transport

/// The keys of a role, as a container's or a machine's service tells them.
struct RoleKeys: Decodable {
    let AccessKeyId: String
    let SecretAccessKey: String
    let Token: String?
    let Expiration: String?

    /// Reads an answer; nil for one that is none.
    static func read(_ body: Data) throws(S3SettingsError) -> S3Credentials? {
        guard let keys = try? JSONDecoder().decode(RoleKeys.self, from: body) else { return nil }
        return try .checked(
            access: ("the role's AccessKeyId", keys.AccessKeyId),
            secret: ("the role's SecretAccessKey", keys.SecretAccessKey),
            token: keys.Token.map { ("the role's Token", $0) },
            expiration: keys.Expiration.flatMap { try? Date($0, strategy: .iso8601) })
    }
}

/// Asks the services that tell a role's keys.
struct RoleService: Sendable {
    /// These services are a hop away, or not there at all.
    private static let limits = TransferLimits(
        connect: .seconds(1), idle: .seconds(5), total: .seconds(5), bodyBytes: 1 << 16)
    private static let instancePath = "/latest/meta-data/iam/security-credentials/"

    let exchange: any HTTPExchange

    /// The keys of a container's role.
    func container(
        _ url: String, _ token: CredentialOrigin.Token?
    ) async throws(S3SettingsError) -> S3Credentials {
        var headers: [HTTPHeader] = []
        switch token {
        case .text(let text): headers.append(HTTPHeader("Authorization", text))
        case .file(let path):
            guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
                throw S3SettingsError(
                    "the token of the container's role cannot be read", received: path)
            }
            headers.append(HTTPHeader("Authorization", String(text.prefix { !$0.isNewline })))
        case nil: break
        }
        return try keys(in: try await ask(.get, url, headers), url)
    }

    /// The keys of a machine's role: a token first, then the role's name, then its keys.
    func instance(_ endpoint: String) async throws(S3SettingsError) -> S3Credentials {
        let lifetime = HTTPHeader("X-aws-ec2-metadata-token-ttl-seconds", "21600")
        let token: String
        do throws(S3SettingsError) {
            token = try await ask(.put, endpoint + "/latest/api/token", [lifetime]).text
        } catch {
            throw CredentialOrigin.missing
        }
        let headers = [HTTPHeader("X-aws-ec2-metadata-token", token)]
        let base = endpoint + Self.instancePath
        let role = try await ask(.get, base, headers).text.prefix { !$0.isWhitespace }
        return try keys(in: try await ask(.get, base + role, headers), base)
    }

    private func ask(
        _ method: HTTPRequest.Method, _ url: String, _ headers: [HTTPHeader]
    ) async throws(S3SettingsError) -> HTTPResponse {
        do throws(TransportError) {
            let body: RequestBody? = method == .put ? .raw([]) : nil
            let response = try await exchange.send(
                HTTPRequest(
                    method, url, headers: headers, body: body, mayRepeat: false,
                    limits: Self.limits))
            guard response.status == 200 else {
                throw TransportError(.other, detail: "status \(response.status)", url: url)
            }
            return response
        } catch {
            throw S3SettingsError(
                "the keys of this machine's role cannot be had", received: "\(error)")
        }
    }

    private func keys(
        in response: HTTPResponse, _ url: String
    ) throws(S3SettingsError) -> S3Credentials {
        if let keys = try RoleKeys.read(response.body) { return keys }
        throw S3SettingsError(
            "the service of this machine's role answers without keys",
            received: Address.shown(url))
    }
}
