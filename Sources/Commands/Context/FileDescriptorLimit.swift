internal import Glibc

/// How many files and connections this process may have open at once.
enum FileDescriptorLimit {
    /// As many as a hundred regions and 256 transfers need, with room to spare.
    private static let wanted: rlim_t = 16_384

    /// Raises the soft limit, 1024 in a login shell, towards what the hard limit allows. Nothing
    /// here waits with select(2), for whose sake the soft limit is kept that low.
    static func raise() {
        var limit = rlimit()
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0,
            limit.rlim_cur < wanted
        else { return }
        limit.rlim_cur = min(wanted, limit.rlim_max)
        _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
