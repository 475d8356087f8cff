/// Where text comes from.
package protocol TextSource: Sendable {
    /// All text up to the end. Throws a failure when it is longer than the limit, in bytes, or no
    /// UTF-8; throws `CancellationError` when the task is cancelled while waiting.
    func readAll(limit: Int) async throws -> String

    /// The next line without its newline; nil at the end. Throws as `readAll` does.
    func readLine() async throws -> String?
}
