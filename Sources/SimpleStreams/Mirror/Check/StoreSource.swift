/// A store read as a source: the metadata a mirror has published.
struct StoreSource: Source {
    let store: any Store

    var name: String { store.name }

    func document(at path: RelativePath, limit: Int) async throws(SourceError) -> [UInt8] {
        do throws(StoreError) {
            if let bytes = try await store.document(at: path, limit: limit) { return bytes }
        } catch {
            throw SourceError(.refused, error.detail)
        }
        throw SourceError(.notFound, "\(path) is not in the mirror")
    }

    func fetch(
        _ request: ItemRequest, into receiver: any ItemReceiver
    ) async throws(SourceError) {
        throw SourceError(.refused, "items of a mirror are read in place")
    }
}
