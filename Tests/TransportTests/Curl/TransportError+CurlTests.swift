import Testing
import Transport

/// The codes are those of `libcurl-errors(3)`, which the curl tool also exits with.
@Suite struct TransportErrorCurlTests {
    @Test(arguments: [
        (3, TransportError.Kind.invalidURL), (5, .proxy), (97, .proxy), (6, .unknownHost),
        (7, .unreachable), (45, .unreachable), (28, .timeout), (47, .redirects),
        (63, .tooLarge), (35, .tls), (60, .tls), (77, .tls), (58, .tls), (59, .tls), (83, .tls),
        (91, .tls), (90, .tls), (98, .tls), (82, .tls), (53, .tls), (54, .tls), (66, .tls),
        (52, .interrupted), (55, .interrupted), (56, .interrupted), (18, .interrupted),
        (16, .interrupted), (92, .interrupted), (80, .interrupted), (65, .interrupted),
        (8, .malformed), (61, .malformed), (1, .malformed), (100, .malformed), (2, .other),
        (27, .other), (43, .other), (250, .other),
    ])
    func `sorts each code`(code: Int, kind: TransportError.Kind) {
        #expect(TransportError.Kind(code: code) == kind)
    }

    @Test(arguments: [1, 3])
    func `blames a bad Location on the redirect`(code: Int) {
        #expect(TransportError.Kind(code: code, status: 302) == .redirects)
    }

    @Test func `blames the proxy for what it refused`() {
        #expect(TransportError.Kind(code: 56, proxyStatus: 407) == .proxy)
        #expect(TransportError.Kind(code: 56, proxyStatus: 200) == .interrupted)
    }

    @Test(arguments: [
        ("error:0A00010B:SSL routines::wrong version number", TransportError.Kind.notTLS),
        ("error:0A0000C6:SSL routines::packet length too long", .notTLS),
        ("gnutls_handshake() failed: An unexpected TLS packet was received.", .notTLS),
        ("error:0A000410:SSL routines::sslv3 alert handshake failure", .tls),
    ])
    func `tells plain text from TLS that fails`(detail: String, kind: TransportError.Kind) {
        #expect(TransportError.Kind(code: 35, detail: detail) == kind)
    }
}
