/// The page that a web server makes for a folder without an index page.
enum StreamListing {
    /// The folder's page; nil when no file is below it. `path` is from the root and ends in a
    /// slash, `files` are without the slash in front.
    static func page(_ path: String, of files: some Sequence<String>) -> String? {
        let folder = path.dropFirst()
        var names: Set<String> = []
        for file in files where file.hasPrefix(folder) {
            let rest = file.dropFirst(folder.count)
            let name = rest.prefix { $0 != "/" }
            names.insert(name.count < rest.count ? name + "/" : String(name))
        }
        return names.isEmpty ? nil : page(path, names: names.sorted())
    }

    /// The page with these names on it.
    static func page(_ path: String, names: [String]) -> String {
        let rows = names.map { "<li><a href=\"\($0)\">\($0)</a></li>" }
        return """
            <!DOCTYPE html>
            <html><head><title>Index of \(path)</title></head>
            <body><h1>Index of \(path)</h1><ul>
            <li><a href="../">Parent Directory</a></li>
            \(rows.joined(separator: "\n"))
            </ul></body></html>

            """
    }
}
