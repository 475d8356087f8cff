package import SimpleStreams

extension StoreError {
    /// What an object store refused, as the engine tells failures apart.
    package init(_ error: S3Error) {
        let kind: Kind =
            switch error.code {
            case "QuotaExceeded", "InsufficientStorage", "InsufficientCapacity",
                "XMinioStorageFull":
                .full
            case "AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken",
                "InvalidToken", "NoKeys", "AllAccessDisabled":
                .denied
            default: error.status == 507 ? .full : error.status == 403 ? .denied : .failed
            }
        self.init(kind, error.detail, hint: error.hint)
    }
}

/// Does what only the object store can make fail.
func storing<Value>(
    _ work: () async throws(S3Error) -> Value
) async throws(StoreError) -> Value {
    do throws(S3Error) {
        return try await work()
    } catch {
        throw StoreError(error)
    }
}
