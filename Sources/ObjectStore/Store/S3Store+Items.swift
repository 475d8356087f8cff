package import SimpleStreams
internal import Synchronization
internal import Transport

extension S3Store {
    /// Parts cannot be read back, so a later run begins anew.
    package func partialSize(of file: FileEntry) -> Int64 { 0 }

    package func begin(_ file: FileEntry) async throws(StoreError) -> any ItemWriter {
        if let waiting = state.withLock({ $0.setAside[file] }), waiting.size == file.size {
            return waiting
        }
        let isSetAside = try await look(at: file.path) != nil
        let writer = S3ItemWriter(file, into: self, isSetAside: isSetAside)
        if isSetAside { state.withLock { $0.setAside[file] = writer } }
        return writer
    }

    /// Aborts the uploads that earlier runs left. What they take of the store is not told.
    package func discardPartials(except kept: [FileEntry]) async throws(StoreError) -> Int64 {
        try await ensureHeld()
        let own = state.withLock { Array($0.uploads.values) }
        try await storing { () async throws(S3Error) in
            for upload in try await client.uploads(location.key("")) {
                guard own.allSatisfy({ $0.id != upload.id }) else { continue }
                try await client.abortParts(upload.key, in: upload.id)
            }
        }
        return 0
    }

    func beginUpload(of file: FileEntry) -> PartsUpload {
        let upload = PartsUpload(
            client, key: location.key(of: file.path),
            headers: labels.headers(of: file.path) + [StoredChecksum.notes(of: file.sha256)],
            lane: lane)
        state.withLock { $0.uploads[ObjectIdentifier(upload)] = upload }
        return upload
    }

    /// Aborts an upload in its own time.
    func giveUp(_ upload: PartsUpload) {
        state.withLock { $0.uploads[ObjectIdentifier(upload)] = nil }
        Task { await upload.abort() }
    }

    /// Gives an item that came in parts its name.
    func complete(_ upload: PartsUpload, _ file: FileEntry) async throws(StoreError) -> StoredItem {
        try await ensureHeld()
        let tag = try await storing { () async throws(S3Error) in
            do throws(S3Error) {
                let tag = try await upload.complete()
                // Ceph 16.2 does not tell it here.
                return tag.isEmpty ? try await self.tag(of: file) ?? tag : tag
            } catch {
                // The answer to a completion may be lost; then there is no upload any more.
                guard error.isAbsence, let known = try await self.tag(of: file) else { throw error }
                return known
            }
        }
        state.withLock { $0.uploads[ObjectIdentifier(upload)] = nil }
        return await placed(file, tag)
    }

    /// Writes an item in one piece.
    func place(_ file: FileEntry, _ bytes: [UInt8]) async throws(StoreError) -> StoredItem {
        let tag = try await storing { () async throws(S3Error) in
            try await client.put(
                location.key(of: file.path), bytes, headers: labels.headers(of: file.path),
                sha256: file.sha256)
        }
        return await placed(file, tag)
    }

    func forget(_ file: FileEntry) {
        state.withLock { $0.setAside[file] = nil }
    }

    private func placed(_ file: FileEntry, _ tag: String) async -> StoredItem {
        forget(file)
        let item = StoredItem(size: file.size, entityTag: tag)
        await index.note(file.path, item)
        return item
    }

    /// The entity tag of an item that is there and vouched for.
    private func tag(of file: FileEntry) async throws(S3Error) -> String? {
        let headers = try await client.head(location.key(of: file.path))
        guard let headers, StoredChecksum.digest(in: headers) == file.sha256 else { return nil }
        return headers.value(of: "ETag").map(HTTPResponse.unquoted)
    }
}
