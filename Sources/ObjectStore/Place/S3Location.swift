package import SimpleStreams

/// A place in an object store: `s3://BUCKET/PREFIX`.
package struct S3Location: Sendable, Hashable {
    /// The bucket's name.
    package let bucket: String
    /// What all keys begin with, without a slash at either end; empty for the whole bucket.
    package let prefix: String

    /// Whether a text means a place in an object store rather than a directory.
    package static func isMeant(by text: String) -> Bool {
        text.lowercased().hasPrefix("s3:")
    }

    /// Takes a place as it is written, or says what is wrong with it.
    package init(_ text: String) throws(S3LocationError) {
        guard text.lowercased().hasPrefix("s3://") else {
            throw S3LocationError(text, "it does not begin with s3://")
        }
        let rest = text.dropFirst("s3://".count)
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        bucket = String(rest[..<slash])
        guard Self.isBucket(bucket) else {
            throw S3LocationError(
                text, "a bucket's name has 3 to 63 letters, digits, dots, hyphens and underscores")
        }
        var prefix = rest[slash...].drop { $0 == "/" }
        while prefix.last == "/" { prefix.removeLast() }
        if !prefix.isEmpty {
            do throws(PathRefusal) {
                _ = try RelativePath(String(prefix))
            } catch {
                throw S3LocationError(text, "\(error)")
            }
        }
        self.prefix = String(prefix)
    }

    /// The key of what is at a path of the mirror.
    package func key(of path: RelativePath) -> String { key(path.text) }

    /// What is below a name of the mirror, or all of it.
    func key(_ name: String) -> String {
        prefix.isEmpty ? name : name.isEmpty ? prefix + "/" : "\(prefix)/\(name)"
    }

    /// Whether both are the same place, or one lies within the other: no two mirrors may.
    package func overlaps(_ other: S3Location) -> Bool {
        let (mine, others) = (key(""), other.key(""))
        return bucket == other.bucket && (mine.hasPrefix(others) || others.hasPrefix(mine))
    }

    /// The path of the mirror that a key stands for; nil for a key that is none of its.
    func path(of key: String) -> Substring? {
        guard !prefix.isEmpty else { return key[...] }
        return key.hasPrefix(prefix + "/") ? key.dropFirst(prefix.count + 1) : nil
    }

    /// What AWS allows, and the underscores and capitals of older buckets.
    private static func isBucket(_ name: String) -> Bool {
        (3...63).contains(name.utf8.count) && name.utf8.first != UInt8(ascii: ".")
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
                    UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}

extension S3Location: CustomStringConvertible {
    package var description: String {
        prefix.isEmpty ? "s3://\(bucket)" : "s3://\(bucket)/\(prefix)"
    }
}

/// Why a text names no place in an object store.
package struct S3LocationError: Error, Hashable, Sendable {
    /// The text.
    package let text: String
    /// What is wrong with it, for a person.
    package let reason: String

    init(_ text: String, _ reason: String) {
        self.text = text
        self.reason = reason
    }
}
