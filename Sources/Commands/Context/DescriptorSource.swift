/// Reads text from an open file descriptor. One task reads at a time.
package actor DescriptorSource: TextSource {
    /// The longest line that is read, in bytes.
    private static let longestLine = 1 << 20

    private let reader: DescriptorReader
    private var pending: [UInt8] = []

    /// Takes a descriptor that stays open as long as the source; the source never closes it.
    package init(_ descriptor: Int32) {
        self.reader = DescriptorReader(descriptor)
    }

    package func readAll(limit: Int) async throws -> String {
        while try await fill() {
            if pending.count > limit { throw Self.tooLong(limit) }
        }
        defer { pending = [] }
        return try Self.text(pending)
    }

    package func readLine() async throws -> String? {
        while !pending.contains(UInt8(ascii: "\n")) {
            if pending.count > Self.longestLine { throw Self.tooLong(Self.longestLine) }
            if try await !fill() { break }
        }
        guard !pending.isEmpty else { return nil }
        let line = pending.prefix { $0 != UInt8(ascii: "\n") }
        pending.removeFirst(min(line.count + 1, pending.count))
        return try Self.text(Array(line))
    }

    /// Reads some more; false at the end.
    private func fill() async throws -> Bool {
        let bytes = try await reader.read()
        pending += bytes
        return !bytes.isEmpty
    }

    private static func text(_ bytes: [UInt8]) throws -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(.usage, "the input is not UTF-8 text")
        }
        return text
    }

    private static func tooLong(_ limit: Int) -> Failure {
        Failure(.usage, "the input is longer than \(limit) bytes")
    }
}
