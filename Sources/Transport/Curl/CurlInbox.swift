internal import CCurl
internal import Synchronization

/// What other threads ask of the driver's thread.
///
/// Unchecked for the multi handle's pointer: other threads only ever call `curl_multi_wakeup` with
/// it, which libcurl documents as safe from any thread.
@safe
final class CurlInbox: @unchecked Sendable {
    let multi: UnsafeMutableRawPointer
    private let orders = Mutex(Orders())

    /// Everything asked for since the thread last looked.
    struct Orders {
        var submitted: [CurlTransfer] = []
        var cancelled: Set<UInt64> = []
        var closed = false
    }

    init(connectionsPerHost: Int) {
        curl_global_init(Int(CURL_GLOBAL_DEFAULT))
        guard let multi = unsafe curl_multi_init() else {
            preconditionFailure("libcurl has no memory for a multi handle")
        }
        unsafe self.multi = multi
        unsafe ccurl_multi_setopt_long(multi, CURLMOPT_MAX_HOST_CONNECTIONS, connectionsPerHost)
    }

    deinit {
        unsafe curl_multi_cleanup(multi)
    }

    func submit(_ transfer: CurlTransfer) {
        orders.withLock { $0.submitted.append(transfer) }
        unsafe curl_multi_wakeup(multi)
    }

    func cancel(_ id: UInt64) {
        _ = orders.withLock { $0.cancelled.insert(id) }
        unsafe curl_multi_wakeup(multi)
    }

    func close() {
        orders.withLock { $0.closed = true }
        unsafe curl_multi_wakeup(multi)
    }

    /// Takes all orders, leaving none.
    func collect() -> Orders {
        orders.withLock { orders in
            defer { orders = Orders(closed: orders.closed) }
            return orders
        }
    }
}
