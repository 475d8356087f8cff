import Glibc
import Testing

@testable import MirrorServer

@Suite struct ServerErrorTests {
    @Test(arguments: [
        (EACCES, ServerError.Cause.permission), (EPERM, .permission), (ENOENT, .directory),
        (ENOTDIR, .directory),
    ])
    func `tells a directory that is not there from one that is not to be read`(
        code: Int32, cause: ServerError.Cause
    ) {
        #expect(ServerError.Cause(openingFailedWith: code) == cause)
    }
}
