internal import ArgumentParser

/// Bytes a second as people type them: `10M`, `1.5MiB/s`. Never zero.
package struct ByteRate: Sendable, Equatable {
    package let bytesPerSecond: Int

    package init(bytesPerSecond: Int) {
        self.bytesPerSecond = bytesPerSecond
    }

    /// Reads a size with or without `/s`; nil for anything else and for nothing a second.
    package init?(parsing text: String) {
        let size = text.hasSuffix("/s") ? String(text.dropLast(2)) : text
        guard let size = ByteSize(parsing: size), size.bytes > 0 else { return nil }
        self.bytesPerSecond = size.bytes
    }
}

extension ByteRate: CustomStringConvertible {
    package var description: String { "\(ByteSize(bytes: bytesPerSecond))/s" }
}

extension ByteRate: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(parsing: argument)
    }

    package var defaultValueDescription: String { description }
}
