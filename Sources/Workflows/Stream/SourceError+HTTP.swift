internal import FoundationEssentials
internal import SimpleStreams
internal import Transport

extension SourceError {
    /// Why an answer is not the file; nil when it is.
    init?(refusing response: HTTPResponse, offset: Int64) {
        let status = response.status
        let detail = "HTTP \(status) for \(Address.shown(response.url))"
        switch status {
        case 200 where offset == 0, 206 where offset > 0: return nil
        case 200, 206, 416: self.init(.rangeIgnored, detail)
        case 404, 410: self.init(.notFound, detail)
        case 408, 425, 429, 500...599:
            let wait = response.headers.value(of: "Retry-After").flatMap { UInt32($0) }
            self.init(.temporary(retryAfter: wait.map { .seconds(Int($0)) }), detail)
        default: self.init(.refused, detail)
        }
    }

    /// Sorts what keeps an answer from coming.
    init(_ error: TransportError) {
        let kind: Kind =
            switch error.kind {
            case .cancelled: .cancelled
            case .tooLarge: .tooLong
            case .interrupted: .interrupted
            case .refusedByReceiver: .stopped
            case .unknownHost, .unreachable, .timeout, .proxy, .proxyUnreachable:
                .temporary(retryAfter: nil)
            default: .refused
            }
        self.init(kind, error.description)
    }
}
