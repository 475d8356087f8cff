/// What people mean when an address is not quite a stream's: the usual mistakes, turned into
/// addresses worth trying.
package enum StreamGuess {
    /// Other addresses for the same intention, the likeliest first. They are tried from here; which
    /// one holds a stream is for a probe to say.
    package static func alternatives(to url: String) -> [String] {
        let bare = SourceURL.comparable(url)
        var guesses: [String] = []
        for ending in [
            "/streams/v1/index.sjson", "/streams/v1/index.json", "/streams/v1", "/streams",
        ]
        where bare.hasSuffix(ending) {
            guesses.append(String(bare.dropLast(ending.count)) + "/")
        }
        if guesses.isEmpty {
            guesses = ["/stable/", "/ephemeral-v3/stable/", "/candidate/"].map { bare + $0 }
            if let parent = parent(bare) { guesses.append(parent) }
        }
        return guesses.filter { SourceURL.comparable($0) != bare }
    }

    /// One step up, unless that is the host itself.
    private static func parent(_ url: String) -> String? {
        guard let slash = url.lastIndex(of: "/"), url[..<slash].contains("://"),
            !url[..<slash].hasSuffix("/"), !url[..<slash].hasSuffix(":/")
        else { return nil }
        return String(url[..<slash]) + "/"
    }
}
