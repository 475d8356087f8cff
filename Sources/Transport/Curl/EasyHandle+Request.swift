internal import CCurl

extension OpaqueEasyHandle {
    /// Writes a request into the handle. False when libcurl refuses a part of it.
    func apply(
        _ request: HTTPRequest, authorization: String?, options: ConnectionOptions
    ) -> Bool {
        unsafe ccurl_limit_to_http(pointer) == CURLE_OK
            && set(CURLOPT_URL, request.target)
            && set(CURLOPT_NOSIGNAL, 1)
            && set(CURLOPT_USERAGENT, options.userAgent)
            && setHeaders(headerLines(request, authorization: authorization))
            && setMethod(request)
            && setLimits(request.limits, options)
            && setRedirects(request)
            && setAuthorities(options)
    }

    private func headerLines(_ request: HTTPRequest, authorization: String?) -> [String] {
        var lines = request.headers.map { "\($0.name): \($0.value)" }
        if let authorization { lines.append("Authorization: \(authorization)") }
        if let body = request.body { lines.append("Content-Type: \(body.contentType)") }
        // A body is small here; waiting for "100 Continue" would only add a round trip.
        lines.append("Expect:")
        return lines
    }

    private func setMethod(_ request: HTTPRequest) -> Bool {
        guard request.method != .get else { return set(CURLOPT_HTTPGET, 1) }
        let body = request.body?.bytes ?? []
        let carries = request.method == .post || request.body != nil
        return (!carries || (set(CURLOPT_POST, 1) && setBody(body)))
            && set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
    }

    private func setLimits(_ limits: TransferLimits, _ options: ConnectionOptions) -> Bool {
        set(CURLOPT_CONNECTTIMEOUT_MS, limits.connect.milliseconds)
            && set(CURLOPT_LOW_SPEED_LIMIT, 1)
            && set(CURLOPT_LOW_SPEED_TIME, max(1, limits.idle.milliseconds / 1000))
            && set(CURLOPT_TIMEOUT_MS, limits.total?.milliseconds ?? 0)
            && set(CURLOPT_MAX_RECV_SPEED_LARGE, offset: Int64(options.bytesPerSecond ?? 0))
    }

    private func setRedirects(_ request: HTTPRequest) -> Bool {
        guard case .follow(let count) = request.redirects, request.signer == nil else {
            return set(CURLOPT_FOLLOWLOCATION, 0)
        }
        return set(CURLOPT_FOLLOWLOCATION, 1) && set(CURLOPT_MAXREDIRS, count)
    }

    private func setAuthorities(_ options: ConnectionOptions) -> Bool {
        let verify = options.insecure ? 0 : 1
        let trusted =
            switch options.authorities {
            case .system: true
            case .file(let path): set(CURLOPT_CAINFO, path)
            case .pem(let bytes): setAuthorities(pem: bytes)
            }
        return trusted && set(CURLOPT_SSL_VERIFYPEER, verify)
            && set(CURLOPT_SSL_VERIFYHOST, 2 * verify)
    }
}

extension Duration {
    /// Whole milliseconds, at least one: libcurl reads 0 as "no limit".
    var milliseconds: Int {
        max(1, Int(components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000))
    }
}
