internal import Glibc

/// A thread that runs one function and is gone after it.
enum ServerThread {
    private final class Body: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Starts a thread, on which no signal is handled; false when the system has none to give.
    static func start(_ run: @escaping @Sendable () -> Void) -> Bool {
        let context = unsafe Unmanaged.passRetained(Body(run)).toOpaque()
        var thread = pthread_t()
        let failure = unsafe pthread_create(&thread, nil, main, context)
        guard failure == 0 else {
            unsafe Unmanaged<Body>.fromOpaque(context).release()
            return false
        }
        pthread_detach(thread)
        return true
    }

    private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
        { context in
            guard let context = unsafe context else { return nil }
            let body = unsafe Unmanaged<Body>.fromOpaque(context).takeRetainedValue()
            blockSignals()
            body.run()
            return nil
        }

    /// Signals are for the program's own threads; `sendfile` has no flag against SIGPIPE.
    private static func blockSignals() {
        var all = sigset_t()
        unsafe sigfillset(&all)
        unsafe pthread_sigmask(SIG_BLOCK, &all, nil)
    }

    /// Waits, on a thread that has nothing else to do.
    static func pause(milliseconds: Int32) {
        _ = poll(nil, 0, milliseconds)
    }
}
