import Foundation
import Testing

@testable import SimpleStreams

/// The page for people at a mirror's root.
@Suite struct MirrorPageTests {
    private func page(_ bench: MirrorBench) -> String {
        bench.bytes("index.html").map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    @Test func `shows what is there, who signs, and how to use it`() async throws {
        let bench = MirrorBench()
        try await bench.sync()
        let page = page(bench)
        for part in [
            "ubuntu/<wbr>focal", "ubuntu/<wbr>jammy", "amd64", "20240802", "grub-efi-signed",
            "http://up.example/", "upstream, key <code>\(String(repeating: "A", count: 40))</code>",
            "maas-boot use <em>ADDRESS</em></code>", "2024-08-22 04:13 UTC", "prefers-color-scheme",
        ] {
            #expect(page.contains(part), "\(part)")
        }
        #expect(!page.contains("<script") && !page.contains("http://up.example/\""))
        try await bench.sync(MirrorBench.focal, signing: FakeSigner().signing)
        let own = self.page(bench)
        let key = String(repeating: "C", count: 40)
        #expect(own.contains("this site, key <code>\(key)</code>"))
        #expect(own.contains("use <em>ADDRESS</em> --trust \(key)"))
    }

    @Test func `follows what is published, and changes with nothing else`() async throws {
        let bench = MirrorBench()
        try await bench.sync(MirrorBench.focal)
        #expect(!page(bench).contains("jammy"))
        let before = page(bench)
        bench.upstream.stream.publish("20240803")
        bench.upstream.failAlways(SampleMirrorStream.path("focal", "20240803"), .fails(.notFound))
        let failed = try await bench.run(MirrorBench.focal, options: MirrorBench.options).sync()
        #expect(!failed.isPublished && page(bench) == before)
        bench.upstream.heal()
        try await bench.sync(MirrorBench.focal)
        #expect(page(bench).contains("20240803"))
        _ = try await MirrorRun.prune(bench.store, keep: 1, options: MirrorBench.options)
        #expect(!page(bench).contains("20240802"))
    }

    @Test func `a page that is somebody else's is left alone`() async throws {
        let bench = MirrorBench()
        let own = Array("<!DOCTYPE html><title>Our images</title>".utf8)
        try bench.write("index.html", own)
        let outcome = try await bench.sync()
        #expect(bench.bytes("index.html") == own)
        #expect(outcome.warnings == [])
    }

    @Test func `a page that cannot be written is a warning, and the mirror is published`()
        async throws
    {
        let bench = MirrorBench()
        try FileManager.default.createDirectory(
            atPath: bench.directory, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: "\(bench.directory)/index.html", withDestinationPath: "/etc/hostname")
        let outcome = try await bench.sync()
        let warned = outcome.warnings.contains {
            if case .pageNotWritten = $0 { true } else { false }
        }
        #expect(outcome.isPublished && warned)
        #expect(
            try FileManager.default.destinationOfSymbolicLink(
                atPath: "\(bench.directory)/index.html") == "/etc/hostname")
    }

    @Test func `what metadata says cannot become markup`() throws {
        var state = MirrorState(upstream: #"http://x/"><script>alert(1)</script>"#)
        let hostile = "</td><script>alert('2')</script>&amp;\u{202E}\u{0}\""
        let name = try quoted(hostile)
        let json = """
            {"content_id": "a", "product": "p", "version": \(name), "os": \
            \(name), "release": \(name), "arch": \(name), \
            "subarch": \(name), "paths": []}
            """
        state.holdings = [try JSONDecoder().decode(Holding.self, from: Data(json.utf8))]
        let html = MirrorPage(listing: MirrorListing(state, now: Date())).html
        #expect(!html.contains("<script") && !html.contains("\u{202E}") && !html.contains("\u{0}"))
        #expect(
            html.contains("&lt;/td&gt;&lt;script&gt;alert(&#39;2&#39;)&lt;/script&gt;&amp;amp;"))
        // As many cells as a row has, whatever is in them.
        #expect(html.components(separatedBy: "</td>").count == 4)
    }

    private func quoted(_ text: String) throws -> String {
        String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
    }

    @Test func `an empty mirror has a page too`() {
        let listing = MirrorListing(MirrorState(upstream: "http://x/"), now: Date())
        let html = MirrorPage(listing: listing).html
        #expect(html.contains("<p>None.</p>") && html.contains("0 B in 0 files"))
    }

    @Test(arguments: [
        (0, "0 B"), (1023, "1023 B"), (1024, "1.0 KiB"), (1_048_575, "1.0 MiB"),
        (1_503_238_553, "1.4 GiB"),
    ])
    func `sizes are for people`(bytes: Int64, text: String) {
        #expect(PageSize.text(bytes) == text)
    }
}
