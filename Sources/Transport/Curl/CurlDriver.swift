internal import CCurl
internal import Glibc
internal import Synchronization

/// The one thread that runs libcurl: a multi handle, fed through a locked inbox and woken by it.
///
/// Connections are kept and shared between transfers. Ends by itself when its last owner goes.
@safe
final class CurlDriver: Sendable {
    private let inbox: CurlInbox

    init(connectionsPerHost: Int) {
        inbox = CurlInbox(connectionsPerHost: connectionsPerHost)
        let context = unsafe Unmanaged.passRetained(inbox).toOpaque()
        var thread = pthread_t()
        let status = unsafe pthread_create(&thread, nil, Self.body, context)
        precondition(status == 0, "no thread for network transfers: \(status)")
        pthread_detach(thread)
    }

    deinit {
        inbox.close()
    }

    func submit(_ transfer: CurlTransfer) {
        inbox.submit(transfer)
    }

    /// Stops a transfer as soon as the thread wakes; its waiter gets `cancelled`.
    func cancel(_ id: UInt64) {
        inbox.cancel(id)
    }

    private static let body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
        { context in
            guard let context = unsafe context else { return nil }
            CurlLoop(inbox: unsafe Unmanaged<CurlInbox>.fromOpaque(context).takeRetainedValue())
                .run()
            return nil
        }
}
