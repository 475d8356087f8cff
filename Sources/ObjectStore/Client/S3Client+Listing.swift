internal import FoundationEssentials
internal import Transport

/// An object in a listing.
struct ListedObject: Sendable {
    let key: String
    let size: Int64
    let entityTag: String
}

/// An upload in parts that is neither completed nor aborted.
struct ListedUpload: Sendable, Hashable {
    let key: String
    let id: String
}

extension S3Client {
    /// All objects whose keys begin with a prefix: a request for each thousand.
    func list(_ prefix: String, perRequest count: Int = 1000) async throws(S3Error)
        -> [ListedObject]
    {
        var objects: [ListedObject] = []
        var token: String?
        repeat {
            var query = [
                FormField("list-type", "2"), FormField("encoding-type", "url"),
                FormField("prefix", prefix), FormField("max-keys", "\(count)"),
            ]
            if let token { query.append(FormField("continuation-token", token)) }
            let page = try await page("ListBucketResult", query)
            for entry in page.all("Contents") {
                guard let key = entry.text(of: "Key").map(page.decoded),
                    let size = entry.text(of: "Size").flatMap({ Int64($0) })
                else { continue }
                let tag = HTTPResponse.unquoted(entry.text(of: "ETag") ?? "")
                objects.append(ListedObject(key: key, size: size, entityTag: tag))
            }
            token = try next(page, after: token, "NextContinuationToken")
        } while token != nil
        return objects
    }

    /// All uploads in parts that were begun for keys with a prefix.
    func uploads(_ prefix: String) async throws(S3Error) -> [ListedUpload] {
        var uploads: [ListedUpload] = []
        var marker: String?
        var last: String?
        repeat {
            var query = [
                FormField("uploads", ""), FormField("encoding-type", "url"),
                FormField("prefix", prefix),
            ]
            if let marker { query.append(FormField("key-marker", marker)) }
            if let last { query.append(FormField("upload-id-marker", last)) }
            let page = try await page("ListMultipartUploadsResult", query)
            for entry in page.all("Upload") {
                guard let key = entry.text(of: "Key").map(page.decoded), key.hasPrefix(prefix),
                    let id = entry.text(of: "UploadId")
                else { continue }
                uploads.append(ListedUpload(key: key, id: id))
            }
            last = try next(page, after: last, "NextUploadIdMarker")
            marker = last == nil ? nil : page.text(of: "NextKeyMarker").map(page.decoded)
        } while last != nil
        return uploads
    }

    /// The keys of all uploads in parts that were begun and neither completed nor aborted.
    package func unfinishedKeys(below prefix: String) async throws(S3Error) -> [String] {
        try await uploads(prefix).map(\.key)
    }

    /// A page of a listing. A web page that stands in its place must not pass for an empty bucket.
    private func page(
        _ name: String, _ query: [FormField]
    ) async throws(S3Error) -> XMLElement {
        let response = try await send(.get, "", query: query)
        if let page = response.document, page.name == name { return page }
        throw .noStore(response.status, "s3://\(bucket)", service)
    }

    /// Where the listing goes on; nil at its end. One that stands still would never end.
    private func next(
        _ page: XMLElement, after token: String?, _ name: String
    ) throws(S3Error) -> String? {
        guard page.text(of: "IsTruncated") == "true" else { return nil }
        if let next = page.text(of: name), !next.isEmpty, next != token { return next }
        throw S3Error(status: 200, code: "", detail: "s3://\(bucket): the listing does not go on")
    }
}

extension XMLElement {
    /// A key as the page writes it, decoded where the page says that it is encoded.
    fileprivate func decoded(_ key: String) -> String {
        guard text(of: "EncodingType") == "url" else { return key }
        var bytes: [UInt8] = []
        var rest = key.utf8[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2,
                let value = UInt8(String(Substring(digits)), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
