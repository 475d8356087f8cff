/// A path below the base of a stream, safe to join to a directory and to a URL.
///
/// Metadata is data from outside, even when it is signed. A value of this type has plain
/// components only: none that climbs, hides, decodes to something else or is read as an option.
/// Two paths are the same when their bytes are.
package struct RelativePath: Sendable, CustomStringConvertible {
    /// Bytes in a component (Linux `NAME_MAX`).
    package static let longestComponent = 255
    /// Bytes in a path (Linux `PATH_MAX`).
    package static let longestPath = 4096
    /// Names in the root of a mirror that are never an item's, in any spelling of case. Beside
    /// them every name that begins with a dot is the mirror's own.
    package static let reservedNames = ["streams", "index.html"]

    /// The path, components joined by `/`.
    package let text: String

    /// Takes a path as it is, or says why not. Nothing is mended.
    package init(_ text: String) throws(PathRefusal) {
        if let reason = PathInspection.firstFault(in: text.utf8) {
            throw PathRefusal(path: text, reason: reason)
        }
        self.text = text
    }

    /// Takes the bytes of a path.
    package init(bytes: some Collection<UInt8>) throws(PathRefusal) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw PathRefusal(path: String(decoding: bytes, as: UTF8.self), reason: .notUTF8)
        }
        try self.init(text)
    }

    /// Takes the path of an item: not where metadata or the mirror's own state lives.
    package init(item text: String) throws(PathRefusal) {
        try self.init(text)
        // Both ways, for letters that only meet in upper case.
        let root = components[0].uppercased().lowercased()
        guard root.utf8.first != UInt8(ascii: "."), !Self.reservedNames.contains(root) else {
            throw PathRefusal(path: text, reason: .reserved)
        }
    }

    /// Takes the path of an index or a products file: below `streams/`, so that it can never meet
    /// an item's.
    package init(metadata text: String) throws(PathRefusal) {
        try self.init(text)
        guard text.utf8.starts(with: "streams/".utf8) else {
            throw PathRefusal(path: text, reason: .outsideStreams)
        }
    }

    /// The names between the slashes; at least one.
    ///
    /// Parted byte by byte: to Swift a slash before a combining mark is no slash.
    package var components: [Substring] {
        text.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
    }

    /// The last component.
    package var name: String { components.last.map(String.init) ?? text }

    package var description: String { text }
}

extension RelativePath: Hashable {
    package static func == (left: Self, right: Self) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    package func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension RelativePath: Comparable {
    /// Byte order.
    package static func < (left: Self, right: Self) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}

extension RelativePath: Codable {
    package init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
