internal import CCurl

/// The body of the driver's thread. Everything here runs on that thread only.
@safe
final class CurlLoop {
    private let inbox: CurlInbox
    private let throttle: Throttle?
    private var queue: TransferQueue
    /// Every transfer that has not ended, in the queue or in libcurl's hands.
    private var transfers: [UInt64: CurlTransfer] = [:]

    init(inbox: CurlInbox, options: ConnectionOptions) {
        self.inbox = inbox
        throttle = options.bytesPerSecond.map(Throttle.init)
        queue = TransferQueue(perOrigin: options.connectionsPerHost)
    }

    /// Runs until the inbox is closed, then abandons what is left.
    func run() {
        while true {
            let orders = inbox.collect()
            orders.submitted.forEach(accept)
            orders.cancelled.forEach(stop)
            if orders.closed { break }
            resumePaused()
            perform()
            finishDone()
            unsafe curl_multi_poll(inbox.multi, nil, 0, patience, nil)
        }
        Array(transfers.keys).forEach(stop)
        inbox.cleanUp()
    }

    private func accept(_ transfer: CurlTransfer) {
        transfer.throttle = throttle
        transfers[transfer.id] = transfer
        queue.add(transfer.id, to: transfer.origin)
        startNext(of: transfer.origin)
    }

    private func startNext(of origin: String) {
        for transfer in queue.next(of: origin).compactMap({ transfers[$0] }) {
            let code = unsafe curl_multi_add_handle(inbox.multi, transfer.handle.pointer)
            if code != CURLM_OK { end(transfer, CURLE_FAILED_INIT) }
        }
    }

    private func stop(_ id: UInt64) {
        guard let transfer = transfers[id] else { return }
        release(transfer)
        transfer.abandon()
    }

    private func end(_ transfer: CurlTransfer, _ code: CURLcode) {
        if transfer.handle.isMultiplexed { queue.noteMultiplexing(transfer.origin) }
        release(transfer)
        transfer.finish(code)
    }

    /// Takes a transfer out of libcurl's hands and gives its place to the next. From here on libcurl
    /// calls nothing of it any more. Removing a handle that was never added does nothing.
    private func release(_ transfer: CurlTransfer) {
        unsafe curl_multi_remove_handle(inbox.multi, transfer.handle.pointer)
        transfers[transfer.id] = nil
        queue.remove(transfer.id, from: transfer.origin)
        startNext(of: transfer.origin)
    }

    private func perform() {
        var active: Int32 = 0
        let code = unsafe curl_multi_perform(inbox.multi, &active)
        guard code != CURLM_OK else { return }
        for transfer in Array(transfers.values) { end(transfer, CURLE_FAILED_INIT) }
    }

    /// Letting a transfer go on delivers what libcurl kept for it, and a refusal of that is told
    /// here alone.
    private func resumePaused() {
        for transfer in (throttle?.takeResumable() ?? []).compactMap({ transfers[$0] }) {
            let code = unsafe curl_easy_pause(transfer.handle.pointer, CURLPAUSE_CONT)
            if code != CURLE_OK { end(transfer, code) }
        }
    }

    private func finishDone() {
        var remaining: Int32 = 0
        while let message = unsafe curl_multi_info_read(inbox.multi, &remaining) {
            guard unsafe message.pointee.msg == CURLMSG_DONE else { continue }
            let code = unsafe ccurl_message_result(message)
            var context: UnsafeMutableRawPointer?
            unsafe ccurl_getinfo_private(message.pointee.easy_handle, &context)
            guard let context = unsafe context else { continue }
            let transfer = unsafe Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
            end(transfer, code)
        }
    }

    /// Milliseconds to wait for something to happen; libcurl's own timers and orders cut it short.
    private var patience: Int32 {
        if let delay = throttle?.delay() { return Int32(min(1000, delay.milliseconds)) }
        return transfers.isEmpty ? 60_000 : 1000
    }
}
