/// An item on its way into a store.
///
/// Used by one thread at a time. A writer that goes away without `commit` or `abandon` leaves its
/// part for the next run.
package protocol ItemWriter: AnyObject, Sendable {
    /// Bytes held so far.
    var size: Int64 { get }
    /// The entity tag noted with the part that was there.
    var entityTag: String? { get }

    /// Hands the bytes held so far on in order, to have them hashed again.
    func readBack(_ take: (borrowing RawSpan) -> Bool) async throws(StoreError)
    /// Notes the entity tag of the bytes that follow, for the next run.
    func note(entityTag: String?) throws(StoreError)
    /// Adds bytes at the end. Synchronous, for it is called while the source receives.
    func append(_ bytes: borrowing RawSpan) throws(StoreError)
    /// Forgets all bytes and starts from nothing.
    func restart() throws(StoreError)
    /// Gives the item its name; whatever had the name before is replaced at once and as a whole.
    func commit() async throws(StoreError) -> StoredItem
    /// Forgets the part.
    func abandon() async throws(StoreError)
}
