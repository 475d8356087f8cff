import SimpleStreams
import Testing

@testable import ObjectStore

@Suite struct StoreErrorS3Tests {
    @Test(arguments: [
        (503, "SlowDown", StoreError.Kind.unavailable), (500, "InternalError", .unavailable),
        (502, "", .unavailable), (429, "", .unavailable), (400, "RequestTimeout", .unavailable),
        (403, "InvalidAccessKeyId", .unauthenticated),
        (403, "SignatureDoesNotMatch", .unauthenticated), (401, "", .unauthenticated),
        (403, "RequestTimeTooSkewed", .unauthenticated), (0, "NoKeys", .unauthenticated),
        (403, "AccessDenied", .forbidden), (403, "", .forbidden), (404, "NoSuchBucket", .missing),
        (403, "QuotaExceeded", .full), (507, "", .full), (503, "InsufficientCapacity", .full),
        (404, "NoStore", .failed), (501, "NotImplemented", .failed), (400, "", .failed),
    ])
    func `sorts what a store answers`(status: Int, code: String, kind: StoreError.Kind) {
        #expect(StoreError(S3Error(status: status, code: code, detail: "")).kind == kind)
    }
}
