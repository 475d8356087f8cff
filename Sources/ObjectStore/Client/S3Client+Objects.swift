internal import FoundationEssentials
internal import SimpleStreams
internal import Transport

/// An object that is at hand.
struct FetchedObject: Sendable {
    let bytes: [UInt8]
    let entityTag: String?
    /// How old it is by the store's own clock; nil when the store does not tell.
    let age: Duration?
}

extension S3Client {
    /// Writes an object whole, at once for its readers. Returns its entity tag.
    func put(
        _ key: String, _ bytes: [UInt8], headers: [HTTPHeader] = [], sha256: SHA256Digest? = nil
    ) async throws(S3Error) -> String {
        var headers = headers
        let sha256 = sha256 ?? SHA256Digest.of(bytes)
        headers += StoredChecksum.headers(of: sha256)
        let response = try await send(
            .put, key, headers: headers, body: bytes, digest: sha256.description)
        return response.entityTag ?? ""
    }

    /// Writes an object where none is.
    func create(_ key: String, _ bytes: [UInt8]) async throws(S3Error) -> String {
        try await put(key, bytes, headers: [HTTPHeader("If-None-Match", "*")])
    }

    /// Writes an object over the one that has an entity tag.
    ///
    /// The tag is sent without its quotes first, which all stores understand that were tried: Ceph
    /// 16.2 compares it with its own, which has none, and refuses it with them (RFC 9110 §13.1.1).
    func replace(
        _ key: String, taggedWith tag: String, _ bytes: [UInt8]
    ) async throws(S3Error) -> String {
        do throws(S3Error) {
            return try await put(key, bytes, headers: [HTTPHeader("If-Match", tag)])
        } catch {
            guard error.isConflict else { throw error }
            return try await put(key, bytes, headers: [HTTPHeader("If-Match", "\"\(tag)\"")])
        }
    }

    /// Reads an object; nil when it is not there.
    func get(_ key: String, limit: Int) async throws(S3Error) -> FetchedObject? {
        do throws(S3Error) {
            let response = try await send(.get, key, limit: limit)
            return FetchedObject(
                bytes: [UInt8](response.body), entityTag: response.entityTag, age: response.age)
        } catch {
            guard error.isAbsence else { throw error }
            return nil
        }
    }

    /// Reads some bytes of an object as it was when it had an entity tag; nil past its end.
    func get(
        _ key: String, from offset: Int64, count: Int, entityTag: String?
    ) async throws(S3Error) -> (bytes: Data, entityTag: String?)? {
        var headers = [HTTPHeader("Range", "bytes=\(offset)-\(offset + Int64(count) - 1)")]
        if let entityTag {
            headers.append(HTTPHeader("If-Match", "\"\(entityTag)\""))
        }
        do throws(S3Error) {
            let response = try await send(
                .get, key, headers: headers, limit: count, expecting: [206])
            return (response.body, response.entityTag)
        } catch {
            guard error.status == 416 else { throw error }
            return nil
        }
    }

    /// What the store knows of an object without reading it; nil when it is not there.
    func head(_ key: String) async throws(S3Error) -> [HTTPHeader]? {
        do throws(S3Error) {
            let mode = HTTPHeader("x-amz-checksum-mode", "ENABLED")
            return try await send(.head, key, headers: [mode]).headers
        } catch {
            guard error.isAbsence else { throw error }
            return nil
        }
    }

    /// Deletes an object; one that is not there is no error.
    func delete(_ key: String) async throws(S3Error) {
        _ = try await send(.delete, key, expecting: [200, 204, 404])
    }
}

extension HTTPResponse {
    /// The time between the object's last change and the answer, both by the server's clock.
    fileprivate var age: Duration? {
        guard let date = headers.value(of: "Date").flatMap({ HTTPDate.parse($0) }),
            let changed = headers.value(of: "Last-Modified").flatMap({ HTTPDate.parse($0) })
        else { return nil }
        return .seconds(max(0, date.timeIntervalSince(changed)))
    }
}
