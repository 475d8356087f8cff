/// What is said of a file by its name alone. The configurations for other servers say the same.
package enum ContentRules {
    /// Endings and the types they stand for; all else is `defaultType`.
    package static let types: [(type: String, endings: [String])] = [
        ("text/html; charset=utf-8", ["html"]),
        ("application/json", ["json"]),
        ("text/plain; charset=utf-8", ["sjson", "txt", "manifest", "log", "asc"]),
        ("application/pgp-signature", ["gpg", "sig"]),
    ]

    /// Bytes without a meaning to whoever carries them.
    package static let defaultType = "application/octet-stream"

    /// A directory that is named by a version: `20240821`, `20210819.0`. What is below it never
    /// changes.
    package static let versionPattern = "/[0-9]{8}([.][0-9]+)?/"

    /// What caches may do with what never changes.
    package static let lasting = "public, max-age=31536000, immutable"

    /// What caches may do with all else: keep it, and ask each time whether it is still so.
    package static let asked = "no-cache"

    /// The type of a file.
    package static func type(of name: String) -> String {
        guard let dot = name.lastIndex(of: ".") else { return defaultType }
        let ending = name[name.index(after: dot)...].lowercased()
        return types.first { $0.endings.contains(ending) }?.type ?? defaultType
    }

    /// The value of Cache-Control for a file.
    package static func caching(of names: [String]) -> String {
        names.dropLast().contains(where: isVersion) ? lasting : asked
    }

    private static func isVersion(_ name: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        let isNumeric = parts.allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        }
        return isNumeric && parts.count <= 2 && parts[0].count == 8
    }
}
