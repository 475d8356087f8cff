internal import FoundationEssentials
internal import MAAS
package import SimpleStreams

/// With which keys a stream is checked from here: those that the region will use, as far as they can
/// be had.
package enum PreflightKeys: Sendable, Equatable {
    case keyring(Keyring)
    /// The region's keyring is not on this machine; its path.
    case elsewhere(String)
    /// The region will not check signatures.
    case notNeeded

    /// The keys for the source that a plan leaves behind.
    package init(_ plan: SourcePlan, reading: StreamReading) throws {
        let skips =
            plan.change.skipKeyringVerification
            ?? plan.current?.management?.skipKeyringVerification ?? false
        guard !skips else {
            self = .notNeeded
            return
        }
        switch plan.change.keyring {
        case .filename(let path): self = Self.at(path, reading)
        case .data(let bytes): self = .keyring(try Self.stored(bytes))
        case nil: self = try Self.kept(plan.current, reading)
        }
    }

    private static func kept(_ source: BootSource?, _ reading: StreamReading) throws -> Self {
        guard let source else { return .notNeeded }
        switch source.keyringData {
        case .bytes(let bytes): return .keyring(try stored(bytes))
        case .unreadable: return .elsewhere("stored in the region")
        case .none: return at(source.keyringFilename, reading)
        }
    }

    private static func at(_ path: String, _ reading: StreamReading) -> Self {
        reading.keyring(atServerPath: path).map(Self.keyring) ?? .elsewhere(path)
    }

    private static func stored(_ bytes: Data) throws -> Keyring {
        do {
            return try Keyring([UInt8](bytes), origin: "the source's keyring")
        } catch {
            throw WorkflowError(.verification, "\(error)", hint: error.hint)
        }
    }

    var keyring: Keyring? {
        if case .keyring(let keyring) = self { return keyring }
        return nil
    }
}
