internal import SimpleStreams
internal import Transport

/// A part that the store has.
struct UploadedPart: Sendable {
    let number: Int
    let entityTag: String
    let sha256: SHA256Digest
}

extension S3Client {
    /// Begins an object in parts.
    func beginParts(_ key: String, headers: [HTTPHeader]) async throws(S3Error) -> String {
        let algorithm = HTTPHeader("x-amz-checksum-algorithm", "SHA256")
        let response = try await send(
            .post, key, query: [FormField("uploads", "")], headers: headers + [algorithm], body: [])
        if let id = response.document?.text(of: "UploadId"), !id.isEmpty { return id }
        throw S3Error(status: 200, code: "", detail: "s3://\(bucket)/\(key): no upload began")
    }

    /// Sends a part; the store checks it by its SHA-256.
    func putPart(
        _ number: Int, _ bytes: [UInt8], of key: String, in id: String
    ) async throws(S3Error) -> UploadedPart {
        let digest = SHA256Digest.of(bytes)
        let response = try await send(
            .put, key, query: Self.part(number, id),
            headers: [
                HTTPHeader("x-amz-checksum-sha256", StoredChecksum.base64(digest)),
                HTTPHeader("x-amz-sdk-checksum-algorithm", "SHA256"),
            ], body: bytes, digest: digest.description)
        return UploadedPart(number: number, entityTag: response.entityTag ?? "", sha256: digest)
    }

    private static func part(_ number: Int, _ id: String) -> [FormField] {
        [FormField("partNumber", "\(number)"), FormField("uploadId", id)]
    }

    /// Makes an object of its parts, at once for its readers. Returns its entity tag,
    /// empty where the store does not tell it.
    ///
    /// The store may find a fault after it has answered 200; then the document is an error.
    func completeParts(
        _ key: String, in id: String, _ parts: [UploadedPart]
    ) async throws(S3Error) -> String {
        let list = parts.map { part in
            "<Part><PartNumber>\(part.number)</PartNumber><ETag>&quot;"
                + XMLText.escape(part.entityTag) + "&quot;</ETag><ChecksumSHA256>"
                + StoredChecksum.base64(part.sha256) + "</ChecksumSHA256></Part>"
        }.joined()
        let body = Array("<CompleteMultipartUpload>\(list)</CompleteMultipartUpload>".utf8)
        let response = try await send(
            .post, key, query: [FormField("uploadId", id)],
            headers: [HTTPHeader("Content-Type", "application/xml")], body: body
        ) { S3Error.isPassing($0.document?.text(of: "Code")) }
        guard let document = response.document, document.name != "Error" else {
            throw S3Error(response, to: .post, "s3://\(bucket)/\(key)", service: service)
        }
        return HTTPResponse.unquoted(document.text(of: "ETag") ?? "")
    }

    /// Forgets an object in parts; one that is not there is no error.
    func abortParts(_ key: String, in id: String) async throws(S3Error) {
        _ = try await send(
            .delete, key, query: [FormField("uploadId", id)], expecting: [200, 204, 404])
    }
}
