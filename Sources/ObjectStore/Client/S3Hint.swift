internal import Transport

/// What to do about what an object store, or the way to it, refused.
enum S3Hint {
    /// About an answer; nil where nothing is known to help.
    static func of(
        _ code: String, _ response: HTTPResponse, _ document: XMLElement?, _ service: S3Service
    ) -> String? {
        switch code {
        case "NoSuchBucket": "make the bucket first; this program makes none"
        case "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken":
            "check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, or the profile; a "
                + "proxy that changes the host name breaks signatures too"
        case "AccessDenied":
            "the keys need ListBucket, ListBucketMultipartUploads, GetObject, PutObject, "
                + "DeleteObject and AbortMultipartUpload"
        case "RequestTimeTooSkewed": "set this machine's clock"
        case "AuthorizationHeaderMalformed", "PermanentRedirect",
            "IllegalLocationConstraintException":
            (document?.text(of: "Region") ?? response.headers.value(of: "x-amz-bucket-region"))
                .map { "the bucket is in another region: --s3-region \($0)" }
                ?? "the bucket is in another region than \(service.region): give --s3-region"
        default:
            S3Client.retry.statuses.contains(response.status)
                ? "the store is busy or ill; try again later" : nil
        }
    }

    /// About no answer.
    static func of(_ kind: TransportError.Kind) -> String? {
        switch kind {
        case .unknownHost: "check the host name in --s3-endpoint, or the network's DNS"
        case .unreachable: "check that the store runs and that --s3-endpoint has its port"
        case .tls: "if the store has its own authority, name its certificates in AWS_CA_BUNDLE"
        case .malformed, .notTLS: "check --s3-endpoint, or AWS_ENDPOINT_URL_S3"
        case .proxy, .proxyUnreachable: "check http_proxy, https_proxy and no_proxy"
        case .timeout, .interrupted: "the store may be overloaded; try again later"
        default: nil
        }
    }
}
