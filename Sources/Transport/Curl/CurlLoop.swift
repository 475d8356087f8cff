internal import CCurl

/// The body of the driver's thread. Everything here runs on that thread only.
@safe
final class CurlLoop {
    private let inbox: CurlInbox
    private var running: [UInt64: CurlTransfer] = [:]

    init(inbox: CurlInbox) {
        self.inbox = inbox
    }

    /// Runs until the inbox is closed, then abandons what is left.
    func run() {
        while true {
            let orders = inbox.collect()
            orders.submitted.forEach(start)
            orders.cancelled.forEach(stop)
            if orders.closed { break }
            var active: Int32 = 0
            unsafe curl_multi_perform(inbox.multi, &active)
            finishDone()
            unsafe curl_multi_poll(inbox.multi, nil, 0, 1000, nil)
        }
        running.keys.forEach(stop)
    }

    private func start(_ transfer: CurlTransfer) {
        running[transfer.id] = transfer
        unsafe curl_multi_add_handle(inbox.multi, transfer.handle.pointer)
    }

    private func stop(_ id: UInt64) {
        guard let transfer = running.removeValue(forKey: id) else { return }
        unsafe curl_multi_remove_handle(inbox.multi, transfer.handle.pointer)
        transfer.abandon()
    }

    private func finishDone() {
        var remaining: Int32 = 0
        while let message = unsafe curl_multi_info_read(inbox.multi, &remaining) {
            guard unsafe message.pointee.msg == CURLMSG_DONE else { continue }
            let code = unsafe ccurl_message_result(message)
            let handle = unsafe message.pointee.easy_handle
            var context: UnsafeMutableRawPointer?
            unsafe ccurl_getinfo_private(handle, &context)
            unsafe curl_multi_remove_handle(inbox.multi, handle)
            guard let context = unsafe context else { continue }
            let transfer = unsafe Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
            running[transfer.id] = nil
            transfer.finish(code)
        }
    }
}
