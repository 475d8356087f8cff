import Glibc
import Testing

@testable import Commands

@Suite("The limit on open files")
struct FileDescriptorLimitTests {
    @Test("is raised as far as the hard limit allows, and never lowered")
    func raised() {
        var before = rlimit()
        var after = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &before)
        FileDescriptorLimit.raise()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &after)
        #expect(after.rlim_max == before.rlim_max)
        #expect(after.rlim_cur == max(before.rlim_cur, min(16_384, before.rlim_max)))
    }
}
