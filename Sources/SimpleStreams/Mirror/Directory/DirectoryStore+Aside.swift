internal import Dispatch

extension DirectoryStore {
    private static let readers = DispatchQueue(
        label: "maas-boot.copying", attributes: .concurrent)

    /// Reads a file on a thread of its own, for who takes the bytes may let it wait for a slow store.
    /// Returns why it could not be read.
    func readAside(
        _ path: RelativePath, _ take: @escaping @Sendable (borrowing RawSpan) -> Bool
    ) async -> StoreError? {
        await withCheckedContinuation { continuation in
            Self.readers.async {
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
