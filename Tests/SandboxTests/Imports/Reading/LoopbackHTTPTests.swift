import Testing

@testable import Sandbox

struct LoopbackHTTPTests {
    @Test func `reads plain and chunked bodies of any size`() async throws {
        try await withStreamServer { server in
            let (url, size, _) = try await server.squashfs()
            let plain = try await LoopbackHTTP.get(url, limit: size)
            #expect(plain.count == size)
            try server.misbehave(.chunked)
            #expect(try await LoopbackHTTP.get(url, limit: size) == plain)
        }
    }

    @Test(arguments: [
        (StreamFault.status(503), LoopbackHTTP.Failure.status(503)), (.redirect(), .status(302)),
        (.dropped, .broken), (.cut(after: 10), .broken), (.reset(after: 10), .broken),
        (.contentLengthTooLong(by: 5), .broken), (.longer(by: 1), .broken), (.endless, .broken),
        (.enormous(), .broken),
    ])
    func `fails where the answer is not the file`(
        fault: StreamFault, failure: LoopbackHTTP.Failure
    ) async throws {
        try await withStreamServer { server in
            let (url, size, _) = try await server.squashfs()
            try server.misbehave(fault)
            await #expect(throws: failure) { try await LoopbackHTTP.get(url, limit: size) }
        }
    }

    @Test func `nobody listens`() async {
        let url = "http://127.0.0.1:19/x?y"
        await #expect(
            throws: LoopbackHTTP.Failure.unreachable(host: "127.0.0.1", port: 19, path: "/x?y")
        ) {
            try await LoopbackHTTP.get(url, limit: 1)
        }
    }
}
