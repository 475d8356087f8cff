internal import Digests
internal import FoundationEssentials
package import Transport

/// Requests to one bucket of an object store, each signed and, where that may help, repeated.
package struct S3Client: Sendable {
    /// How long a store is waited for. A part of an image takes a while on a slow line, but never
    /// stands still.
    static let limits = TransferLimits(connect: .seconds(10), idle: .seconds(60))

    /// Bytes in the largest document a store answers: a listing of 1,000 long keys.
    static let largestDocument = 8 << 20

    /// How requests are repeated: after 500, 503 (`SlowDown`) and the like, and when the line broke.
    /// Every request this client makes leaves the store the same when it arrives twice.
    package static let retry = RetryPolicy(
        attempts: 6, base: .milliseconds(250), longest: .seconds(20),
        statuses: RetryPolicy.passingStatuses.union([500]), repeatsTimeouts: true)

    let service: S3Service
    let bucket: String
    private let exchange: any HTTPExchange
    private let credentials: CredentialSource

    /// - Parameter exchange: repeats requests as `retry` says.
    package init(
        _ service: S3Service, bucket: String, credentials: CredentialSource,
        exchange: any HTTPExchange
    ) {
        self.service = service
        self.bucket = bucket
        self.credentials = credentials
        self.exchange = exchange
    }

    /// Sends a request and returns the answer when it has one of the statuses expected.
    ///
    /// - Parameter digest: the SHA-256 of the body in hexadecimal, where it is known. The signature
    ///   covers it, and the store refuses a body that has another.
    func send(
        _ method: HTTPRequest.Method, _ key: String, query: [FormField] = [],
        headers: [HTTPHeader] = [], body: [UInt8]? = nil, digest: String? = nil,
        limit: Int = largestDocument, expecting statuses: Set<Int> = [200],
        isPassingFailure: (@Sendable (HTTPResponse) -> Bool)? = nil
    ) async throws(S3Error) -> HTTPResponse {
        let place = "s3://\(bucket)" + (key.isEmpty ? "" : "/\(key)")
        let digest = digest ?? Hexadecimal.encode(SHA256.hash(body ?? []))
        var limits = Self.limits
        // A refusal may be longer than the small document that was asked for.
        limits.bodyBytes = max(limit, 1 << 20)
        var request = HTTPRequest(
            method, service.url(bucket: bucket, key: key), query: query,
            headers: headers + [HTTPHeader("x-amz-content-sha256", digest)],
            body: body.map { .raw($0) }, storeSigner: try await signer(), mayRepeat: true,
            limits: limits)
        request.isPassingFailure = isPassingFailure
        let response: HTTPResponse
        do throws(TransportError) {
            response = try await exchange.send(request)
        } catch {
            throw S3Error(error, place)
        }
        guard statuses.contains(response.status) else {
            throw S3Error(response, to: method, place, service: service)
        }
        guard response.body.count <= limit else {
            throw S3Error(status: 200, code: "", detail: "\(place): more than \(limit) bytes")
        }
        return response
    }

    private func signer() async throws(S3Error) -> SigV4Signer {
        do throws(S3SettingsError) {
            let keys = try await credentials.current()
            return SigV4Signer(
                accessKey: keys.accessKey, secretKey: keys.secretKey,
                sessionToken: keys.sessionToken, region: service.region)
        } catch {
            throw S3Error(error)
        }
    }
}

extension HTTPResponse {
    /// The body as XML; nil when it is none.
    var document: XMLElement? { XMLReader.read([UInt8](body)) }

    /// The entity tag without its quotes: listings, answers and parts quote it differently.
    var entityTag: String? { headers.value(of: "ETag").map(Self.unquoted) }

    /// An entity tag without its quotes.
    static func unquoted(_ tag: String) -> String {
        tag.filter { $0 != "\"" }
    }
}
