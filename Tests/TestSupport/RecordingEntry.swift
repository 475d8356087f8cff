internal import FoundationEssentials
internal import Transport

/// An entry of a recording's file.
struct RecordingEntry: Decodable {
    let name: String?
    let request: Request?
    let response: Response?

    struct Request: Decodable {
        let method: String
        let path: String
        let headers: [String: String]
        let body: Body?
    }

    struct Response: Decodable {
        let status: Int
        let headers: [[String]]
        let body: Body?
    }

    /// Nil for entries that are not exchanges. An exchange in another form is an error.
    func exchange(region: String, topic: String) throws -> RecordedExchange? {
        guard let request, let response else {
            guard request == nil, response == nil else { throw Malformed(name: name) }
            return nil
        }
        guard let name else { throw Malformed(name: nil) }
        let headers = try response.headers.map { pair in
            guard pair.count == 2 else { throw Malformed(name: name) }
            return HTTPHeader(pair[0], pair[1])
        }
        return RecordedExchange(
            region: region, topic: topic, name: name,
            request: .init(
                method: request.method, target: request.path,
                headers: request.headers.map { HTTPHeader($0.key, $0.value) },
                body: request.body?.bytes),
            response: HTTPResponse(
                status: response.status, headers: headers, body: response.body?.bytes ?? Data(),
                url: "http://region.test:5240\(request.path)"))
    }

    struct Malformed: Error {
        let name: String?
    }

    /// Text as it is, or base64 where the body held bytes that are no text.
    struct Body: Decodable {
        let bytes: Data

        private enum Keys: CodingKey { case base64 }

        init(from decoder: any Decoder) throws {
            if let text = try? decoder.singleValueContainer().decode(String.self) {
                bytes = Data(text.utf8)
            } else {
                bytes = try decoder.container(keyedBy: Keys.self).decode(Data.self, forKey: .base64)
            }
        }
    }
}
