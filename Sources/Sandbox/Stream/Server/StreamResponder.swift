internal import Digests

/// Decides what is answered to a request: finds the file, as the faults in force would have it.
struct StreamResponder: Sendable {
    let stream: SampleStream
    let rules: StreamFaultRules
    /// The server's own address, `http://127.0.0.1:PORT`.
    let address: String

    /// The answer to a request. Waits for gpg where a document is not signed yet, so it belongs
    /// on a thread that may block.
    func reply(to request: StreamRequestHead) -> StreamReply {
        guard request.method != "CONNECT", isServed(request.origin) else {
            return .text(502, "only http://images.maas.io is to be had through this proxy\n")
        }
        guard request.method == "GET" || request.method == "HEAD" else {
            return .text(405, "only GET and HEAD are served here\n")
        }
        let place = StreamPlace(request.path)
        let chosen = rules.take(path: request.path, document: place?.document)
        let faults = chosen.map(\.fault)
        let reply =
            refusal(faults, path: request.path)
            ?? answer(request, place, chosen)
        afterwards(faults, place)
        return faults.reduce(reply) { $0.delivered(with: $1) }
    }

    /// Whether a request is for this server, or for the official host that it stands in for.
    private func isServed(_ origin: String?) -> Bool {
        guard let origin else { return true }
        return ["http://images.maas.io", "http://images.maas.io:80", address].contains(origin)
    }

    private func refusal(_ faults: [StreamFault], path: String) -> StreamReply? {
        for fault in faults {
            switch fault {
            case .status(let status, let retryAfter, let body):
                var reply = StreamReply.text(
                    status, body ?? "<html><body><h1>\(status)</h1></body></html>\n",
                    type: "text/html")
                if let retryAfter { reply.headers.append(("Retry-After", retryAfter)) }
                return reply
            case .redirect(let location):
                return StreamReply(302, headers: [("Location", location ?? path)])
            case .directoryListing:
                let page = StreamListing.page(path, names: ["candidate/", "stable/"])
                return .text(200, page, type: "text/html")
            default: continue
            }
        }
        return nil
    }

    private func answer(
        _ request: StreamRequestHead, _ place: StreamPlace?, _ chosen: [StreamFaultRules.Chosen]
    ) -> StreamReply {
        do {
            guard let entity = try entity(request.path, place, chosen) else {
                return listing(request.path)
            }
            return .make(entity, to: request, faults: chosen.map(\.fault))
        } catch {
            return .text(500, "\(error)\n")
        }
    }

    private func entity(
        _ path: String, _ place: StreamPlace?, _ chosen: [StreamFaultRules.Chosen]
    ) throws -> StreamEntity? {
        let keys = stream.keys
        switch path {
        case "/keyring.gpg": return try keyring(keys.keyringPath)
        case "/keyring.asc": return try keyring(keys.armouredKeyringPath)
        default: break
        }
        if let place, let document = place.document {
            return try self.document(document, place.line, chosen)
        }
        return (place.flatMap(item) ?? standIn(place)).map { item in
            StreamEntity(
                body: .content(stream.files.content(item)), sha256: item.sha256,
                modified: 1_724_198_400, type: "application/octet-stream")
        }
    }

    private func keyring(_ path: String) throws -> StreamEntity {
        let bytes = try SampleKeys.read(path)
        return StreamEntity(
            body: .bytes(bytes), sha256: Hexadecimal.encode(SHA256.hash(bytes)),
            modified: 1_724_198_400, type: "application/pgp-keys")
    }

    private func document(
        _ document: StreamDocumentName, _ line: StreamLine, _ chosen: [StreamFaultRules.Chosen]
    ) throws -> StreamEntity? {
        let variant = StreamVariant(line, current: stream.current(line), chosen: chosen)
        let known = stream.known(document, of: line, variant)
        let bytes =
            try known
            ?? Waiting.forResult { [stream] in
                try await stream.document(document, of: line, variant)
            }
        return bytes.map { bytes in
            StreamEntity(
                body: .bytes(bytes), sha256: Hexadecimal.encode(SHA256.hash(bytes)),
                modified: stream.publication(line, variant.publication).updated,
                type: document.form == .plain ? "application/json" : "text/plain")
        }
    }

    /// The item at a place, in the current publication or in one that a fault brings back.
    private func item(_ place: StreamPlace) -> SampleItem? {
        let current = stream.current(place.line)
        let others = rules.all.compactMap { $0.publication(place.line, current: current) }
        return ([current] + others).lazy
            .compactMap { stream.publication(place.line, $0).items[place.path] }.first
    }

    /// The item that a fault gave another path, for every path that names nothing.
    private func standIn(_ place: StreamPlace?) -> SampleItem? {
        let isMisplaced = rules.all.contains {
            if case .itemPath = $0.fault { true } else { false }
        }
        guard isMisplaced else { return nil }
        let line = place?.line ?? .stable
        return stream.publication(line, stream.current(line)).victimItem
    }

    private func listing(_ path: String) -> StreamReply {
        guard path.hasSuffix("/") else { return .text(404, "there is no \(path)\n") }
        let files = StreamLine.allCases.flatMap { line in
            let publication = stream.publication(line, stream.current(line))
            let documents = StreamDocuments(publication: publication, edits: [])
            let names = StreamDocumentName.Form.allCases.flatMap(documents.names)
            return (names.map(\.path) + publication.items.keys).map { line.folder + $0 }
        }
        let page = StreamListing.page(path, of: files + ["keyring.gpg", "keyring.asc"])
        return page.map { .text(200, $0, type: "text/html") }
            ?? .text(404, "there is no \(path)\n")
    }

    private func afterwards(_ faults: [StreamFault], _ place: StreamPlace?) {
        guard let place, faults.contains(.publishesAfterIndex) else { return }
        stream.publishAgain(place.line)
    }
}
