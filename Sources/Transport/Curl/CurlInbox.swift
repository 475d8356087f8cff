internal import CCurl
internal import Synchronization

/// What other threads ask of the driver's thread.
///
/// Unchecked for the multi handle's pointer: other threads only ever call `curl_multi_wakeup` with
/// it, which libcurl documents as safe from any thread, and only under the lock and before the
/// inbox is closed, so that the handle is still there.
@safe
final class CurlInbox: @unchecked Sendable {
    let multi: UnsafeMutableRawPointer
    private let orders = Mutex(Orders())

    /// libcurl's global state, set up once: before 7.84 that was not safe from several threads.
    private static let library: CURLcode = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

    /// Everything asked for since the thread last looked.
    struct Orders {
        var submitted: [CurlTransfer] = []
        var cancelled: Set<UInt64> = []
        var closed = false
    }

    /// - Parameter idleConnections: how many unused connections are kept open.
    init(idleConnections: Int) {
        guard Self.library == CURLE_OK, let multi = unsafe curl_multi_init() else {
            preconditionFailure("libcurl has no memory for a multi handle")
        }
        unsafe self.multi = multi
        unsafe ccurl_multi_setopt_long(multi, CURLMOPT_MAXCONNECTS, idleConnections)
    }

    func submit(_ transfer: CurlTransfer) {
        order { $0.submitted.append(transfer) }
    }

    func cancel(_ id: UInt64) {
        order { $0.cancelled.insert(id) }
    }

    func close() {
        order { $0.closed = true }
    }

    private func order(_ change: (inout Orders) -> Void) {
        orders.withLock { orders in
            guard !orders.closed else { return }
            change(&orders)
            unsafe curl_multi_wakeup(multi)
        }
    }

    /// Takes all orders, leaving none.
    func collect() -> Orders {
        orders.withLock { orders in
            defer { orders = Orders(closed: orders.closed) }
            return orders
        }
    }

    /// Closes all connections. The driver's thread calls this last, after the inbox is closed, so
    /// that what TLS still has to say is said there, where no signal can hurt.
    func cleanUp() {
        unsafe curl_multi_cleanup(multi)
    }
}
