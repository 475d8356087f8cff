package import FoundationEssentials
package import MAAS

/// Writes what a region is like as a part of a document, which a plan then finds unchanged.
package struct DocumentExporter: Sendable {
    private let snapshot: RegionSnapshot
    private let keyring: @Sendable (BootSource, Data) throws -> String

    /// - Parameter keyring: the value of `keyring` for a keyring that is stored in the region;
    ///   `inlined` is one.
    package init(
        _ snapshot: RegionSnapshot,
        keyring: @escaping @Sendable (BootSource, Data) throws -> String = Self.inlined
    ) {
        self.snapshot = snapshot
        self.keyring = keyring
    }

    /// The keyring within the document.
    package static let inlined: @Sendable (BootSource, Data) -> String = { _, bytes in
        "base64:\(bytes.base64EncodedString())"
    }

    /// The settings that an export reads.
    package static let settings = Set(DocumentSetting.names)

    /// `settings` and `sources`.
    package func entries() throws -> [DocumentValue.Entry] {
        [
            .init("settings", .mapping(settings)),
            .init("sources", .list(try snapshot.sources.map(source))),
        ]
    }

    private var settings: [DocumentValue.Entry] {
        DocumentSetting.names.compactMap { name in
            let value = snapshot.settings[name] ?? .unset
            if name.isBoolean { return .init(name.rawValue, .boolean(value.isTrue)) }
            // What is not set has no value that would mean the same everywhere but the empty proxy.
            guard name == .httpProxy || value.nonEmptyText != nil else { return nil }
            return .init(name.rawValue, .text(value.nonEmptyText ?? ""))
        }
    }

    private func source(_ item: RegionStatus.Source) throws -> DocumentValue {
        let source = item.source
        var entries: [DocumentValue.Entry] = [.init("url", .text(source.url))]
        if let keyring = try keyringText(source) {
            entries.append(.init("keyring", .text(keyring)))
        }
        if let management = source.management {
            entries += [
                .init("name", .text(management.name)),
                .init("priority", .integer(management.priority)),
                .init("enabled", .boolean(management.enabled)),
                .init(
                    "skip_keyring_verification", .boolean(management.skipKeyringVerification)),
            ]
        }
        entries.append(.init("selections", .list(item.selections.map(Self.selection))))
        return .mapping(entries)
    }

    private func keyringText(_ source: BootSource) throws -> String? {
        switch source.keyringData {
        case .bytes(let bytes): try keyring(source, bytes)
        case .none where source.keyringFilename.hasPrefix("/"):
            "server:\(source.keyringFilename)"
        default: nil
        }
    }

    private static func selection(_ selection: BootSourceSelection) -> DocumentValue {
        .mapping([
            .init("os", .text(selection.os)), .init("release", .text(selection.release)),
            .init("arches", .texts(selection.arches)),
            .init("subarches", .texts(selection.subarches)),
            .init("labels", .texts(selection.labels)),
        ])
    }
}
