internal import Dispatch

extension DirectoryStore {
    /// Reads a file on a thread of its own, for who takes the bytes may let it wait for a slow store.
    /// Returns why it could not be read.
    ///
    /// The thread is that of a serial queue, which the system gives one at once; concurrent queues
    /// share as many as there are processors, and soon all of those would wait.
    func readAside(
        _ path: RelativePath, _ take: @escaping @Sendable (borrowing RawSpan) -> Bool
    ) async -> StoreError? {
        await withCheckedContinuation { continuation in
            DispatchQueue(label: "maas-boot.copying").async {
                do throws(StoreError) {
                    try read(path, take)
                    continuation.resume(returning: nil)
                } catch {
                    continuation.resume(returning: error)
                }
            }
        }
    }
}
