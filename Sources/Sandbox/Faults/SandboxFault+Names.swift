extension SandboxFault {
    /// A fault as the command line names it.
    package struct Description: Sendable {
        /// The name before an equals sign.
        package var name: String
        /// What follows the equals sign; nil when nothing may.
        package var value: String?
        /// One line on what goes wrong.
        package var summary: String

        let make: @Sendable (Int?) -> SandboxFault?

        init(
            _ name: String, _ value: String? = nil, _ summary: String,
            make: @escaping @Sendable (Int?) -> SandboxFault?
        ) {
            self.name = name
            self.value = value
            self.summary = summary
            self.make = make
        }

        init(_ name: String, _ summary: String, _ fault: SandboxFault) {
            self.init(name, nil, summary) { $0 == nil ? fault : nil }
        }
    }

    /// Why a fault's text could not be read.
    package struct UnknownFault: Error, Equatable, CustomStringConvertible {
        /// The text received.
        package var text: String

        package var description: String {
            let names = SandboxFault.all.map(\.name).joined(separator: ", ")
            return "there is no fault '\(text)'; the faults are \(names)"
        }
    }

    /// Reads `NAME` or `NAME=VALUE`.
    package init(_ text: String) throws(UnknownFault) {
        let halves = text.split(separator: "=", maxSplits: 1).map(String.init)
        let number = halves.count == 2 ? Int(halves[1]) : nil
        guard let description = Self.all.first(where: { $0.name == halves.first }),
            halves.count == 1 || number != nil, let fault = description.make(number)
        else { throw UnknownFault(text: text) }
        self = fault
    }

    /// Every fault there is, with its line of documentation.
    package static let all: [Description] = transport + answers + imports + region

    private static let transport: [Description] = [
        .init("slow", "MS", "every answer comes MS milliseconds late") { value in
            value.map { .slow(milliseconds: $0) }
        },
        .init("never-answer", "requests are read and never answered", .neverAnswer),
        .init("reset", "every connection is reset once a request has been read", .reset),
    ]

    private static let answers: [Description] = [
        .init("503-once", "SECONDS", "the next request gets 503, with Retry-After (default 1)") {
            .unavailableOnce(retryAfter: $0 ?? 1)
        },
        .init("503-always", "SECONDS", "every request gets 503, with Retry-After (default 1)") {
            .unavailable(retryAfter: $0 ?? 1)
        },
        .init("502-html", "nginx is up and the region is down: 502 with a page", .badGateway),
        .init("500-traceback", "every request crashes: 500 with a Python traceback", .traceback),
        .init("html-page", "a proxy answers everything: 200 with a login page", .htmlPage),
        .init("truncated-json", "JSON bodies end halfway", .truncatedJSON),
        .init("huge-json", "JSON bodies are followed by 30 MB of white space", .hugeJSON),
        .init(
            "redirect", "the plain port of a TLS region: everything is 301 to https", .redirect),
        .init("create-fails", "the next POST of a boot source gets 500", .createFails),
    ]

    private static let imports: [Description] = [
        .init("stalled-import", "imports stop at two fifths and stay there", .stalledImport),
        .init("failed-import", "imports fail at two fifths, with a notice", .failedImport),
        .init("instant-import", "imports are over before they can be seen", .instantImport),
        .init(
            "import-fails-at-once", "imports fail before a byte, with a notice", .importFailsAtOnce),
        .init("restart", "imports begin again at two fifths, once", .restart),
        .init(
            "lost-region-controller",
            "one of two region controllers is gone: no image ever completes (3.5 on)",
            .lostRegionController),
        .init("is-importing-lies", "is_importing is false throughout", .isImportingLies),
        .init("no-catalogue", "catalogues never fill", .noCatalogue),
    ]

    private static let region: [Description] = [
        .init("wrong-key", "every key is refused", .wrongKey),
        .init("clock-skew", "SECONDS", "the region's clock is SECONDS ahead (or behind, if < 0)") {
            value in value.map { .clockSkew(seconds: $0) }
        },
    ]
}
