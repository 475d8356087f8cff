internal import Digests
package import Foundation

/// A mirror's directory as a reader without any of the program's code sees it: documents, what they
/// name, and files.
package struct PublishedMirror: Sendable {
    package let directory: String

    package init(_ directory: String) {
        self.directory = directory
    }

    /// A file that the published metadata names.
    package struct Item: Sendable, Hashable {
        package let path: String
        package let size: Int
        package let sha256: String
        package let product: String
        package let version: String
        package let ftype: String
    }

    /// The path of a file of the mirror.
    package func path(_ name: String) -> String { "\(directory)/\(name)" }

    /// A file's bytes; nil when there is none.
    package func bytes(_ name: String) -> Data? {
        FileManager.default.contents(atPath: path(name))
    }

    /// All files below the directory but the mirror's own records and its page for people; links are
    /// not followed.
    package var files: Set<String> {
        let all = FileManager.default.enumerator(atPath: directory)?.compactMap { $0 as? String }
        return Set(
            (all ?? []).filter { name in
                var isDirectory: ObjCBool = false
                let isThere = FileManager.default.fileExists(
                    atPath: path(name), isDirectory: &isDirectory)
                return isThere && !isDirectory.boolValue && !name.hasPrefix(".maas-boot/")
                    && name != "index.html"
            })
    }

    /// The published signed documents by their paths.
    package var documents: [String: Data] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path("streams/v1"))) ?? []
        return Dictionary(
            uniqueKeysWithValues: names.filter { $0.hasSuffix(".sjson") }.compactMap { name in
                bytes("streams/v1/\(name)").map { ("streams/v1/\(name)", $0) }
            })
    }

    /// Every item that the products files named by the published index name; none without an index.
    package func items() throws -> [Item] {
        guard let index = try object("streams/v1/index.sjson") else { return [] }
        let entries = index["index"] as? [String: [String: Any]] ?? [:]
        return try entries.values.flatMap { entry -> [Item] in
            guard let path = entry["path"] as? String, let products = try object(path) else {
                throw Missing(document: "\(entry["path"] ?? "")")
            }
            return Self.items(products)
        }
    }

    /// The items of each product's newest version.
    package func newestItems() throws -> [Item] {
        let items = try items()
        let newest = Dictionary(items.map { ($0.product, $0.version) }, uniquingKeysWith: max)
        return items.filter { newest[$0.product] == $0.version }
    }

    /// Whether the file is there with the right bytes.
    package func isRight(_ item: Item) -> Bool {
        guard let bytes = bytes(item.path), bytes.count == item.size else { return false }
        return Hexadecimal.encode(SHA256.hash([UInt8](bytes))) == item.sha256
    }

    /// A products file that the index names and that is not there.
    package struct Missing: Error {
        let document: String
    }

    /// A document's JSON, whatever signature is round it; nil when there is no document.
    private func object(_ name: String) throws -> [String: Any]? {
        guard let bytes = bytes(name) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        let start = text.firstIndex(of: "{") ?? text.startIndex
        let end = text.range(of: "\n-----BEGIN PGP SIGNATURE-----")?.lowerBound ?? text.endIndex
        let json = try JSONSerialization.jsonObject(with: Data(text[start..<end].utf8))
        return json as? [String: Any]
    }

    private static func items(_ document: [String: Any]) -> [Item] {
        let products = document["products"] as? [String: [String: Any]] ?? [:]
        return products.flatMap { product, tags in
            let versions = tags["versions"] as? [String: [String: Any]] ?? [:]
            return versions.flatMap { version, tags in
                (tags["items"] as? [String: [String: Any]] ?? [:]).values.map { item in
                    Item(
                        path: item["path"] as? String ?? "", size: item["size"] as? Int ?? -1,
                        sha256: item["sha256"] as? String ?? "", product: product,
                        version: version, ftype: item["ftype"] as? String ?? "")
                }
            }
        }
    }
}
