internal import CCurl

extension OpaqueEasyHandle {
    /// Writes a request into the handle. False when libcurl refuses a part of it.
    func apply(
        _ request: HTTPRequest, authorization: String?, options: ConnectionOptions
    ) -> Bool {
        let isSecure = request.url.lowercased().hasPrefix("https:")
        return unsafe ccurl_limit_protocols(pointer, isSecure) == CURLE_OK
            && set(CURLOPT_URL, request.target)
            // What was signed is what is sent, dots in the path included.
            && set(CURLOPT_PATH_AS_IS, 1)
            // Over TLS the first connection may turn out to carry the other transfers too.
            && set(CURLOPT_PIPEWAIT, isSecure ? 1 : 0)
            // libcurl repeats a request by itself when a reused connection turns out dead.
            && set(CURLOPT_FRESH_CONNECT, request.mustReachOnce ? 1 : 0)
            && set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
            && set(CURLOPT_NOSIGNAL, 1)
            && set(CURLOPT_USERAGENT, options.userAgent)
            && setHeaders(headerLines(request, authorization: authorization))
            && setMethod(request)
            && setSigner(request.storeSigner)
            && setLimits(request.limits)
            && setRedirects(request)
            && setAuthorities(options)
            && setProxy(for: request.url, options.proxies)
    }

    private func setProxy(for url: String, _ proxies: ProxySettings?) -> Bool {
        guard let proxies else { return true }
        return set(CURLOPT_PROXY, proxies.proxy(for: url))
            && set(CURLOPT_NOPROXY, proxies.exceptions ?? "")
    }

    private func headerLines(_ request: HTTPRequest, authorization: String?) -> [String] {
        // "Name;" is how libcurl is told to send a header without a value.
        var lines = (request.headers + (request.storeSigner?.headers ?? [])).map { header in
            header.value.allSatisfy(\.isWhitespace)
                ? "\(header.name);" : "\(header.name): \(header.value)"
        }
        if let authorization { lines.append("Authorization: \(authorization)") }
        if let type = request.body?.contentType { lines.append("Content-Type: \(type)") }
        // A body is small here; waiting for "100 Continue" would only add a round trip. Up to 8.x
        // libcurl would sign this line, which it does not send.
        if request.storeSigner == nil { lines.append("Expect:") }
        return lines
    }

    private func setMethod(_ request: HTTPRequest) -> Bool {
        if request.method == .get { return set(CURLOPT_HTTPGET, 1) }
        if request.method == .head { return set(CURLOPT_NOBODY, 1) }
        if case .raw? = request.body { return setUpload(request) }
        let body = request.body?.bytes ?? []
        let carries = request.method != .delete || request.body != nil
        return (!carries || (set(CURLOPT_POST, 1) && setBody(body)))
            && set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
    }

    /// A body of libcurl's own asking, in pieces: a part of an image would else be in memory twice.
    private func setUpload(_ request: HTTPRequest) -> Bool {
        set(CURLOPT_UPLOAD, 1)
            && set(CURLOPT_INFILESIZE_LARGE, offset: Int64(request.body?.bytes.count ?? 0))
            && set(CURLOPT_UPLOAD_BUFFERSIZE, 512 << 10)
            && set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
            // A store that refuses says so before the bytes go; one that never says "100 Continue"
            // gets them all the same.
            && set(CURLOPT_EXPECT_100_TIMEOUT_MS, 100)
    }

    private func setSigner(_ signer: SigV4Signer?) -> Bool {
        guard let signer else { return true }
        return set(CURLOPT_AWS_SIGV4, signer.option)
            && set(CURLOPT_USERNAME, signer.accessKey)
            && set(CURLOPT_PASSWORD, signer.secretKey)
    }

    private func setLimits(_ limits: TransferLimits) -> Bool {
        set(CURLOPT_CONNECTTIMEOUT_MS, limits.connect.milliseconds)
            && set(CURLOPT_LOW_SPEED_LIMIT, 1)
            && set(CURLOPT_LOW_SPEED_TIME, (limits.idle.milliseconds + 999) / 1000)
            && set(CURLOPT_TIMEOUT_MS, limits.total?.milliseconds ?? 0)
    }

    private func setRedirects(_ request: HTTPRequest) -> Bool {
        guard case .follow(let count) = request.redirects, !request.isSigned,
            request.method == .get
        else {
            return set(CURLOPT_FOLLOWLOCATION, 0)
        }
        return set(CURLOPT_FOLLOWLOCATION, 1) && set(CURLOPT_MAXREDIRS, count)
    }

    private func setAuthorities(_ options: ConnectionOptions) -> Bool {
        let verify = options.insecure ? 0 : 1
        let trusted =
            switch options.authorities {
            case .system: true
            // The system's directory of certificates would stay trusted beside the given ones.
            case .file(let path): set(CURLOPT_CAINFO, path) && unset(CURLOPT_CAPATH)
            case .pem(let bytes): setAuthorities(pem: bytes) && unset(CURLOPT_CAPATH)
            }
        return trusted && set(CURLOPT_SSL_VERIFYPEER, verify)
            && set(CURLOPT_SSL_VERIFYHOST, 2 * verify)
    }
}

extension HTTPRequest {
    /// Whether a second arrival could do harm.
    fileprivate var mustReachOnce: Bool { !mayRepeat && !method.isIdempotent }
}

extension Duration {
    /// Whole milliseconds, at least one, since libcurl reads 0 as "no limit", and at most the 24 days
    /// that its timers can count.
    var milliseconds: Int {
        let (seconds, attoseconds) = components
        guard seconds < Int64(Int32.max) / 1000 else { return Int(Int32.max) }
        return max(1, Int(seconds * 1000 + attoseconds / 1_000_000_000_000_000))
    }
}
