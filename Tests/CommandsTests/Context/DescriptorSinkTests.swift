@testable import Commands
import Glibc
import Testing

@Suite struct DescriptorSinkTests {
    @Test func `writes more than a pipe holds while the reader reads`() async throws {
        let pipe = try PipeEnds()
        let text = String(repeating: "0123456789", count: 100_000)
        async let read = DescriptorSource(pipe.reading).readAll(limit: 2_000_000)
        // Non-blocking, as a shell may leave a terminal that it shares.
        _ = fcntl(pipe.writing, F_SETFL, O_NONBLOCK)
        try DescriptorSink(pipe.writing).write(text)
        pipe.closeWriting()
        #expect(try await read == text)
    }

    @Test func `says that the reader is gone`() throws {
        signal(SIGPIPE, SIG_IGN)
        let pipe = try PipeEnds()
        pipe.closeReading()
        #expect(throws: OutputProblem.closed) { try DescriptorSink(pipe.writing).write("x") }
    }

    @Test func `gives the system's reason for anything else`() throws {
        let full = open("/dev/full", O_WRONLY)
        defer { close(full) }
        #expect(throws: OutputProblem.failed(reason: "No space left on device")) {
            try DescriptorSink(full).write("x")
        }
    }
}
