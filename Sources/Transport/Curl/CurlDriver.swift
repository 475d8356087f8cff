internal import CCurl
internal import Glibc
internal import Synchronization

/// The one thread that runs libcurl: a multi handle, fed through a locked inbox and woken by it.
///
/// Connections are kept and shared between transfers. Ends by itself when its last owner goes.
@safe
final class CurlDriver: Sendable {
    private let inbox: CurlInbox

    init(options: ConnectionOptions) {
        inbox = CurlInbox(
            idleConnections: options.idleConnections ?? max(16, 2 * options.connectionsPerHost))
        let loop = LoopStart(inbox: inbox, options: options)
        let context = unsafe Unmanaged.passRetained(loop).toOpaque()
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
            let start = unsafe Unmanaged<LoopStart>.fromOpaque(context).takeRetainedValue()
            blockSignals()
            CurlLoop(inbox: start.inbox, options: start.options).run()
            return nil
        }

    /// Signals are for the program's own threads. Writing to a closed TLS connection raises SIGPIPE
    /// in the writing thread, which libcurl leaves to its user as soon as `CURLOPT_NOSIGNAL` is set.
    private static func blockSignals() {
        var all = sigset_t()
        unsafe sigfillset(&all)
        unsafe pthread_sigmask(SIG_BLOCK, &all, nil)
    }
}

/// What the thread is given when it starts.
private final class LoopStart: Sendable {
    let inbox: CurlInbox
    let options: ConnectionOptions

    init(inbox: CurlInbox, options: ConnectionOptions) {
        self.inbox = inbox
        self.options = options
    }
}
