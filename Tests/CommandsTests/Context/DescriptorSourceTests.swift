@testable import Commands
import Testing

@Suite struct DescriptorSourceTests {
    private func source(_ bytes: [UInt8]) throws -> (DescriptorSource, PipeEnds) {
        let pipe = try PipeEnds()
        let sink = DescriptorSink(pipe.writing)
        try sink.write(String(decoding: bytes, as: UTF8.self))
        pipe.closeWriting()
        return (DescriptorSource(pipe.reading), pipe)
    }

    @Test func `reads lines and then the rest`() async throws {
        let (source, pipe) = try source(Array("one\n\nthree\nfour".utf8))
        #expect(try await source.readLine() == "one")
        #expect(try await source.readLine() == "")
        #expect(try await source.readAll(limit: 100) == "three\nfour")
        #expect(try await source.readLine() == nil)
        withExtendedLifetime(pipe) {}
    }

    @Test func `refuses more than the limit`() async throws {
        let (source, pipe) = try source(Array("0123456789".utf8))
        await #expect(throws: Failure(.usage, "the input is longer than 9 bytes")) {
            try await source.readAll(limit: 9)
        }
        withExtendedLifetime(pipe) {}
    }

    @Test func `stops waiting when its task is cancelled`() async throws {
        let pipe = try PipeEnds()
        let source = DescriptorSource(pipe.reading)
        let waiting = Task { try await source.readLine() }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
    }
}
