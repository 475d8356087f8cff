internal import Foundation

/// Looks for the secrets of API keys in whatever form they may be written.
package struct SecretHunt: Sendable {
    private let forms: [(name: String, text: String)]

    /// - Parameter keys: whole keys, `CONSUMER:TOKEN:SECRET`.
    package init(keys: [String]) {
        forms = keys.compactMap { key -> String? in
            let parts = key.split(separator: ":", maxSplits: 2)
            return parts.count == 3 ? String(parts[2]) : nil
        }.flatMap(Self.forms)
    }

    /// The names of the forms in which a secret is in the text.
    package func traces(in text: String) -> [String] {
        forms.filter { text.contains($0.text) }.map(\.name)
    }

    /// The files below a directory in which a secret is, but for these.
    package func files(below directory: String, except: Set<String> = []) -> [String] {
        let names = FileManager.default.enumerator(atPath: directory)?.compactMap { $0 as? String }
        return (names ?? []).filter { name in
            guard !except.contains(name),
                let bytes = FileManager.default.contents(atPath: "\(directory)/\(name)")
            else { return false }
            return !traces(in: String(decoding: bytes, as: UTF8.self)).isEmpty
        }
    }

    private static func forms(_ secret: String) -> [(name: String, text: String)] {
        let unreserved = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-._~"))
        let once = secret.addingPercentEncoding(withAllowedCharacters: unreserved) ?? secret
        let twice = once.addingPercentEncoding(withAllowedCharacters: unreserved) ?? once
        // Base64 of a longer text holds that of a part only at a fitting offset, so all three are
        // looked for, without the ends that depend on the neighbours.
        let base64 = (0..<3).map { offset in
            let bytes = Data(repeating: 0, count: offset) + Data(secret.utf8)
            return ("base64", String(bytes.base64EncodedString().dropFirst(4).dropLast(4)))
        }
        return [
            ("itself", secret), ("percent-encoded", once), ("percent-encoded twice", twice),
            ("reversed", String(secret.reversed())),
        ] + base64
    }
}
