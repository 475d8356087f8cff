internal import CCurl
internal import FoundationEssentials
internal import Glibc

/// One attempt at a request: an easy handle, what libcurl reads while it runs, and what arrives.
///
/// Unchecked because a transfer is built by one task, handed over once through the driver's locked
/// inbox, and from then on touched by the driver's thread alone.
@safe
final class CurlTransfer: @unchecked Sendable {
    let id: UInt64
    let url: String
    let handle: OpaqueEasyHandle
    private let sink: (any BodySink)?
    private let bodyLimit: Int
    private let finished: @Sendable (Result<HTTPResponse, TransportError>) -> Void

    private var headers: [HTTPHeader] = []
    private var decision: BodyDecision?
    private var body = Data()
    private var received = 0
    private var stopReason: TransportError.Kind?
    private let errorText: UnsafeMutablePointer<CChar>

    /// Nil when libcurl has no memory or does not understand the request.
    init?(
        id: UInt64, request: HTTPRequest, authorization: String?, sink: (any BodySink)?,
        options: ConnectionOptions,
        finished: @escaping @Sendable (Result<HTTPResponse, TransportError>) -> Void
    ) {
        guard let handle = OpaqueEasyHandle() else { return nil }
        self.id = id
        self.handle = handle
        self.sink = sink
        self.finished = finished
        url = request.url
        bodyLimit = request.limits.bodyBytes
        unsafe errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        unsafe errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        guard configure(request, authorization: authorization, options: options) else {
            return nil
        }
    }

    deinit {
        handle.close()
        unsafe errorText.deallocate()
    }

    private func configure(
        _ request: HTTPRequest, authorization: String?, options: ConnectionOptions
    ) -> Bool {
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        return unsafe handle.apply(request, authorization: authorization, options: options)
            && handle.set(CURLOPT_ERRORBUFFER, pointer: errorText)
            && handle.set(CURLOPT_PRIVATE, pointer: context)
            && handle.set(CURLOPT_WRITEDATA, pointer: context)
            && handle.set(CURLOPT_HEADERDATA, pointer: context)
            && handle.set(CURLOPT_WRITEFUNCTION, callback: Self.onBody)
            && handle.set(CURLOPT_HEADERFUNCTION, callback: Self.onHeader)
    }

    /// Ends the transfer and tells whoever waits. The handle is out of the multi handle by now.
    func finish(_ code: CURLcode) {
        guard code == CURLE_OK else {
            let said = unsafe String(cString: errorText)
            let detail = said.isEmpty ? unsafe String(cString: curl_easy_strerror(code)) : said
            return finished(
                .failure(TransportError(stopReason ?? .init(code), detail: detail, url: url)))
        }
        finished(
            .success(
                HTTPResponse(
                    status: handle.status, headers: headers, body: body,
                    url: handle.effectiveURL ?? url)))
    }

    /// Ends the transfer because nobody waits any more.
    func abandon() {
        finished(.failure(TransportError(.cancelled, detail: "", url: url)))
    }

    // MARK: Called by libcurl on the driver's thread

    private static let onHeader: ccurl_data_callback = { bytes, size, count, context in
        guard let context = unsafe context, let bytes = unsafe bytes else { return 0 }
        let transfer = unsafe Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
        transfer.receiveHeader(
            unsafe String(
                decoding: UnsafeRawBufferPointer(start: bytes, count: size * count), as: UTF8.self))
        return size * count
    }

    private static let onBody: ccurl_data_callback = { bytes, size, count, context in
        guard let context = unsafe context, let bytes = unsafe bytes else { return 0 }
        let transfer = unsafe Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
        let length = size * count
        let taken = unsafe transfer.receiveBody(
            UnsafeRawBufferPointer(start: bytes, count: length))
        return taken ? length : 0
    }

    /// Keeps the fields of the last response only: redirects and `100 Continue` come before it.
    private func receiveHeader(_ line: String) {
        if line.hasPrefix("HTTP/") { return headers.removeAll() }
        guard let colon = line.firstIndex(of: ":") else { return }
        let value = line[line.index(after: colon)...].drop(while: \.isWhitespace)
        headers.append(
            HTTPHeader(
                String(line[..<colon]),
                String(value.reversed().drop(while: \.isWhitespace).reversed())))
    }

    private func receiveBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let decision = self.decision ?? decide()
        self.decision = decision
        received += bytes.count
        guard decision != .refuse else { return stop(.refusedByReceiver) }
        guard received <= bodyLimit else { return stop(.tooLarge) }
        if decision == .accept, let sink {
            return unsafe sink.receive(bytes) || stop(.refusedByReceiver)
        }
        unsafe body.append(contentsOf: bytes)
        return true
    }

    private func decide() -> BodyDecision {
        sink?.begin(status: handle.status, headers: headers) ?? .keepInResponse
    }

    private func stop(_ reason: TransportError.Kind) -> Bool {
        stopReason = reason
        return false
    }
}
