internal import FoundationEssentials

extension MirrorState {
    /// Reads the state kept with a mirror; nil when there is none.
    package static func load(from store: any Store) async throws(StoreError) -> MirrorState? {
        guard let bytes = try await store.record(.state) else { return nil }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        var state: MirrorState
        do {
            state = try decoder.decode(MirrorState.self, from: Data(bytes))
        } catch {
            throw damaged(store, RecordDamage.describe(error, in: Data(bytes)))
        }
        guard state.format == currentFormat else {
            throw damaged(store, "its format is another")
        }
        try await state.settle(in: store)
        return state
    }

    /// The state kept with a mirror, for a run; nil when there is none.
    package static func recorded(in store: any Store) async throws(MirrorError) -> MirrorState? {
        try await MirrorError.store { () async throws(StoreError) in try await load(from: store) }
    }

    /// The state of a mirror that has to be there.
    package static func known(in store: any Store) async throws(MirrorError) -> MirrorState {
        guard let state = try await recorded(in: store) else { throw .noMirror(store.name) }
        return state
    }

    /// Keeps the state with the mirror.
    package func save(to store: any Store) async throws(StoreError) {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else {
            throw StoreError(.failed, "cannot write down the state of \(store.name)")
        }
        try await store.setRecord(.state, to: Array(data))
    }

    private static func damaged(_ store: any Store, _ reason: String) -> StoreError {
        StoreError(
            .damaged, "the record kept with \(store.name) cannot be read: \(reason)",
            hint: "move .maas-boot/state.json away; the next run then checks every file by hash")
    }
}
