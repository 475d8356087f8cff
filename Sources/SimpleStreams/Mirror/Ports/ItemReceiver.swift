/// Takes the bytes of one fetch as they arrive.
///
/// Called on whatever thread the source receives on, one call at a time for one receiver;
/// receivers of different fetches may be called at once. A call hashes and stores the bytes, so it
/// takes about a millisecond for a megabyte.
package protocol ItemReceiver: AnyObject, Sendable {
    /// The answer is there and its bytes will be from the offset that was asked for.
    ///
    /// Called once, before any byte. False: the bytes are not wanted; end the transfer with
    /// `SourceError.Kind.stopped`.
    func begin(entityTag: String?) -> Bool

    /// The next bytes. False: no more is wanted; end the transfer with `SourceError.Kind.stopped`.
    func receive(_ bytes: borrowing RawSpan) -> Bool
}
