/// Where a stream comes from: the port through which the mirror reads its upstream.
///
/// What an implementation owes the engine:
/// - It ends promptly when its task is cancelled, with `SourceError.Kind.cancelled`.
/// - It never waits for ever: connecting, an idle line and a slow line have limits of its own. The
///   engine watches for a standstill too (`MirrorOptions.idleLimit`) and cancels the fetch.
/// - It makes one attempt. Retries, back-off and resuming are the engine's.
/// - It checks the status before it hands on a byte: an error page is never content.
package protocol Source: Sendable {
    /// The base of the stream, for messages and records; without user name and password.
    var name: String { get }

    /// Reads a metadata document whole.
    ///
    /// - Parameter limit: bytes allowed; more are `SourceError.Kind.tooLong`, and are not kept.
    func document(at path: RelativePath, limit: Int) async throws(SourceError) -> [UInt8]

    /// Reads an item's bytes from an offset to the end into a receiver.
    ///
    /// Returns when the body ended as the protocol says it ends; how many bytes came is the
    /// receiver's to judge.
    func fetch(
        _ request: ItemRequest, into receiver: any ItemReceiver
    ) async throws(SourceError)

    /// Is shown a plan before anything of it is done. A source that knows that it cannot deliver
    /// what the plan fetches refuses here.
    func review(_ plan: MirrorPlan) throws(MirrorError)

    /// What a mirror that is copied has beside its metadata; nil where the stream is no copy.
    var copied: CopiedMirror? { get }

    /// Is told that all items came, before anything is published. A source that was not to be
    /// believed after all says so here.
    func finish() async throws(MirrorError)
}

extension Source {
    /// No objection.
    package func review(_ plan: MirrorPlan) throws(MirrorError) {}
    /// A stream, not a mirror.
    package var copied: CopiedMirror? { nil }
    /// No objection.
    package func finish() async throws(MirrorError) {}
}

/// What is asked of a source for an item.
package struct ItemRequest: Hashable, Sendable {
    /// Where it is below the base.
    package let path: RelativePath
    /// The first byte wanted; 0 asks for the whole.
    package let offset: Int64
    /// Bytes in the whole item, as metadata says. An answer that announces more is
    /// `SourceError.Kind.tooLong`.
    package let size: Int64
    /// The entity tag of the bytes already held (HTTP: `If-Range`), when there was a strong one.
    package let entityTag: String?

    /// A request.
    package init(path: RelativePath, offset: Int64 = 0, size: Int64, entityTag: String? = nil) {
        self.path = path
        self.offset = offset
        self.size = size
        self.entityTag = entityTag
    }
}
