internal import FoundationEssentials

/// The page for people at a mirror's root: what it holds, who signs it, how a region takes it.
///
/// One file that needs no other and no script. It is no part of what a mirror promises its readers,
/// and a page that somebody else put there is left alone.
struct MirrorPage: Sendable {
    /// Where the page is.
    static let name = "index.html"
    /// What marks a page as this program's.
    static let mark = #"<meta name="generator" content="maas-boot">"#
    /// Bytes of the largest page looked at.
    static let largest = 16 << 20

    let listing: MirrorListing

    /// Whether a page that stands there was made by this program and may be replaced.
    static func isOwn(_ page: [UInt8]) -> Bool {
        String(decoding: page.prefix(512), as: UTF8.self).contains(mark)
    }

    /// The page.
    var html: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        \(Self.mark)
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>MAAS image mirror</title>
        <style>
        \(PageStyle.sheet)
        </style>
        </head>
        <body>
        <main>
        <h1>MAAS image mirror</h1>
        <p class="sum">\(sum)</p>
        \(facts)
        \(attaching)
        \(PageTable(title: "Images", rows: images, naming: "Release").html)
        \(PageTable(title: "Boot loaders", rows: loaders, naming: "Boot loader").html)
        </main>
        </body>
        </html>

        """
    }

    private var images: [MirrorListing.Row] { listing.rows.filter { $0.release != nil } }
    private var loaders: [MirrorListing.Row] { listing.rows.filter { $0.release == nil } }

    private var sum: String {
        let files = Counted.text(listing.files, "file")
        return "\(PageSize.text(listing.bytes)) in \(files)"
    }

    private var facts: String {
        let rows: [(String, String)] = [
            ("Upstream", "<code>\(HTMLText.escape(listing.upstream))</code>"),
            ("Last sync", listing.lastSuccess.map(PageTime.html) ?? "never"),
            ("Upstream published", listing.published.map { PageTime.html($0.date) } ?? "unknown"),
            ("Signed by", signature),
        ]
        let items = rows.map { "<div><dt>\($0)</dt><dd>\($1)</dd></div>" }
        return "<dl>\n\(items.joined(separator: "\n"))\n</dl>"
    }

    private var signature: String {
        if let key = listing.siteSigner {
            return "this site, key <code>\(key)</code> "
                + "(<a href=\"\(SitePublication.armouredName)\">public key</a>); "
                + "the metadata names what is here and nothing else"
        }
        guard let key = listing.signer else { return "unknown: the signature was not checked" }
        return "upstream, key <code>\(key)</code>"
    }

    private var attaching: String {
        let trust = listing.siteSigner.map { " --trust \($0)" } ?? ""
        return """
            <section>
            <h2>Use it</h2>
            <p>Have a region take its images from here; in place of <em>ADDRESS</em>, give the \
            address of this page:</p>
            <pre><code>maas-boot use <em>ADDRESS</em>\(trust)</code></pre>
            </section>
            """
    }
}
