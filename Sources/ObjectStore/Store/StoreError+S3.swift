package import SimpleStreams
internal import Transport

extension StoreError {
    /// What an object store refused, as the engine tells failures apart.
    package init(_ error: S3Error) {
        self.init(Self.kind(error), error.detail, hint: error.hint)
    }

    /// The code says more than the status, where there is one: HEAD's answers have none.
    private static func kind(_ error: S3Error) -> Kind {
        switch error.code {
        case "QuotaExceeded", "InsufficientStorage", "InsufficientCapacity", "XMinioStorageFull":
            .full
        case "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken",
            "RequestTimeTooSkewed", "NoKeys":
            .unauthenticated
        case "AccessDenied", "AllAccessDisabled": .forbidden
        case "NoSuchBucket": .missing
        case _ where error.isPassing: .unavailable
        default: kind(ofStatus: error.status, error)
        }
    }

    private static func kind(ofStatus status: Int, _ error: S3Error) -> Kind {
        switch status {
        case 507: .full
        case 401: .unauthenticated
        case 403: .forbidden
        case 408, 429, 500, 502, 503, 504: .unavailable
        case 0 where error.cause?.isPassing == true: .unavailable
        default: .failed
        }
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
