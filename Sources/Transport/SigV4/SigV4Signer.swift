internal import CCurl

/// Has libcurl sign requests as AWS Signature Version 4 asks (`CURLOPT_AWS_SIGV4`).
///
/// What libcurl up to 8.x leaves to its caller, seen with 7.88.1 on the wire:
/// - it signs path and query as they are given, so both must be in the canonical form already;
/// - it takes the digest of the body from `x-amz-content-sha256` where that is given;
/// - it signs every header it is given, also one it does not send, and sorts whole lines, so that of
///   `x-a` and `x-a-b` the longer name comes first, which no server expects.
package struct SigV4Signer: Sendable, Equatable {
    /// The first release that signs the headers it is given (7.88.0).
    package static let oldestLibrary = 0x075800

    package let accessKey: String
    package let secretKey: String
    /// What temporary keys come with.
    package let sessionToken: String?
    package let region: String
    package let service: String

    package init(
        accessKey: String, secretKey: String, sessionToken: String? = nil, region: String,
        service: String = "s3"
    ) {
        self.accessKey = accessKey
        self.secretKey = secretKey
        self.sessionToken = sessionToken
        self.region = region
        self.service = service
    }

    /// Whether the libcurl that is loaded signs so.
    package static var isOffered: Bool { Int(ccurl_version_number()) >= oldestLibrary }

    /// The value of libcurl's option.
    var option: String { "aws:amz:\(region):\(service)" }

    /// What goes along with every request.
    var headers: [HTTPHeader] {
        sessionToken.map { [HTTPHeader("x-amz-security-token", $0)] } ?? []
    }

    /// A query in the order in which it is signed: by name and value as they are encoded.
    static func ordered(_ query: [FormField]) -> [FormField] {
        query.map { (key: FormEncoding.escape($0.name), value: FormEncoding.escape($0.value), $0) }
            .sorted { ($0.key, $0.value) < ($1.key, $1.value) }
            .map { $0.2 }
    }

    /// Why headers cannot be signed; nil when they can.
    static func problem(with headers: [HTTPHeader]) -> String? {
        let names = headers.map { $0.name.lowercased() }
        for name in names where names.contains(where: { $0.hasPrefix(name + "-") }) {
            return "the header \(name) is the beginning of another's name, which libcurl signs in "
                + "the wrong order"
        }
        return nil
    }
}

extension SigV4Signer: CustomStringConvertible, CustomDebugStringConvertible {
    /// Without the secrets, wherever it may be printed.
    package var description: String { "SigV4 \(region)/\(service)" }
    package var debugDescription: String { description }
}
