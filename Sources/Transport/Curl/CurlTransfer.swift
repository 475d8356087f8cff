internal import CCurl
internal import FoundationEssentials
internal import Glibc

/// One attempt at a request: an easy handle, what libcurl reads while it runs, and what arrives.
///
/// Unchecked because a transfer is built by one task, handed over once through the driver's locked
/// inbox, and from then on touched by the driver's thread alone.
@safe
final class CurlTransfer: @unchecked Sendable {
    typealias Waiter = CheckedContinuation<Result<HTTPResponse, TransportError>, Never>

    let id: UInt64
    let origin: String
    let handle: OpaqueEasyHandle
    /// Set by the driver's thread when the client keeps to a rate.
    var throttle: Throttle?
    private let url: String
    private let proxies: ProxySettings
    private var intake: BodyIntake
    private var outgoing: BodyOutflow
    private var head = ResponseHead()
    private let errorText: UnsafeMutablePointer<CChar>
    private var waiter: Waiter?

    init(
        id: UInt64, request: HTTPRequest, authorization: String?, sink: (any BodySink)?,
        options: ConnectionOptions
    ) throws(TransportError) {
        guard let address = Address(request.url), let handle = OpaqueEasyHandle() else {
            throw TransportError(.other, detail: "libcurl has no memory", url: request.url)
        }
        self.id = id
        self.handle = handle
        url = request.url
        proxies =
            options.proxies ?? ProxySettings(environment: ProcessInfo.processInfo.environment)
        origin = address.origin
        outgoing = BodyOutflow(request.body)
        intake = BodyIntake(sink: sink, limit: request.limits.bodyBytes)
        unsafe errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        unsafe errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        let accepted =
            handle.apply(request, authorization: authorization, options: options)
            && handle.set(CURLOPT_BUFFERSIZE, sink == nil ? 16 << 10 : 512 << 10)
            && setCallbacks()
        guard accepted else {
            throw TransportError(
                .invalidRequest, detail: "libcurl refuses a part of it", url: request.url)
        }
    }

    deinit {
        // Nobody may be left waiting, whatever became of the transfer.
        abandon()
        handle.close()
        unsafe errorText.deallocate()
    }

    private func setCallbacks() -> Bool {
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        return unsafe handle.set(CURLOPT_ERRORBUFFER, pointer: errorText)
            && handle.set(CURLOPT_PRIVATE, pointer: context)
            && handle.set(CURLOPT_WRITEDATA, pointer: context)
            && handle.set(CURLOPT_HEADERDATA, pointer: context)
            && handle.set(CURLOPT_WRITEFUNCTION, callback: Self.onBody)
            && handle.set(CURLOPT_HEADERFUNCTION, callback: Self.onHeader)
            && handle.set(CURLOPT_READDATA, pointer: context)
            && handle.set(CURLOPT_READFUNCTION, callback: Self.onRead)
            && handle.set(CURLOPT_SEEKDATA, pointer: context)
            && handle.set(seek: Self.onSeek)
    }

    /// Names who waits. To be called once, before the transfer is handed to the driver.
    func wait(_ waiter: Waiter) {
        self.waiter = waiter
    }

    /// Ends the transfer and tells whoever waits. The handle is out of the multi handle by now.
    func finish(_ code: CURLcode) {
        guard code == CURLE_OK else { return end(.failure(error(code))) }
        guard intake.finish(head) else { return end(.failure(error(CURLE_WRITE_ERROR))) }
        end(
            .success(
                HTTPResponse(
                    status: head.status, headers: head.headers, body: intake.kept,
                    url: handle.effectiveURL ?? url,
                    statistics: handle.statistics(bodyBytes: intake.received))))
    }

    /// Ends the transfer because nobody waits any more. Does nothing to one that has ended.
    func abandon() {
        end(.failure(TransportError(.cancelled, detail: "", url: url)))
    }

    private func end(_ result: Result<HTTPResponse, TransportError>) {
        waiter.take()?.resume(returning: result)
    }

    private func error(_ code: CURLcode) -> TransportError {
        if let refusal = intake.refusal {
            return TransportError(refusal.kind, detail: refusal.detail, url: url)
        }
        let said = unsafe String(cString: errorText)
        let detail = said.isEmpty ? unsafe String(cString: curl_easy_strerror(code)) : said
        let kind = TransportError.Kind(
            code: Int(code.rawValue), status: head.status, proxyStatus: handle.proxyStatus,
            detail: detail)
        let isOfProxy = kind == .unreachable && proxies.areBlamed(by: detail, for: url)
        return TransportError(isOfProxy ? .proxyUnreachable : kind, detail: detail, url: url)
    }

    // MARK: Called by libcurl on the driver's thread

    private static let onHeader: ccurl_data_callback = { bytes, size, count, context in
        guard let context = unsafe context, let bytes = unsafe bytes else { return 0 }
        let transfer = unsafe Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
        guard transfer.intake.admitsHeader(size * count) else { return 0 }
        transfer.head.add(
            unsafe String(
                decoding: UnsafeRawBufferPointer(start: bytes, count: size * count), as: UTF8.self))
        return size * count
    }

    private static let onBody: ccurl_data_callback = { bytes, size, count, context in
        guard let context = unsafe context, let bytes = unsafe bytes else { return 0 }
        let transfer = unsafe Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
        return unsafe transfer.receive(UnsafeRawBufferPointer(start: bytes, count: size * count))
    }

    private static let onRead: ccurl_data_callback = { bytes, size, count, context in
        guard let context = unsafe context, let bytes = unsafe bytes else { return 0 }
        let transfer = unsafe Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
        return unsafe transfer.outgoing.fill(
            UnsafeMutableRawBufferPointer(start: bytes, count: size * count))
    }

    /// libcurl starts the body again on a connection of its own choice (`CURL_SEEKFUNC_OK` is 0).
    private static let onSeek: ccurl_seek_callback = { context, offset, origin in
        guard let context = unsafe context, origin == SEEK_SET else { return 1 }
        let transfer = unsafe Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
        return transfer.outgoing.seek(Int(offset)) ? 0 : 1
    }

    /// The number of bytes taken; any other number ends the transfer, but for the one that pauses.
    private func receive(_ bytes: UnsafeRawBufferPointer) -> Int {
        if let throttle, !throttle.admits(bytes.count, to: id) {
            return Int(CURL_WRITEFUNC_PAUSE)
        }
        let announced = handle.announcedLength
        return unsafe intake.take(bytes, of: head, announced: announced) ? bytes.count : 0
    }
}
