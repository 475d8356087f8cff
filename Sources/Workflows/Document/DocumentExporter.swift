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

    /// What keeps the document from being applied as it is, or is not in it.
    package var warnings: [String] {
        var seen: [BootSource] = []
        var warnings: [String] = []
        for item in snapshot.sources {
            let source = item.source
            if let first = seen.first(where: { SourceURL.same($0.url, source.url) }) {
                warnings.append(
                    "boot sources \(first.id) and \(source.id) have one address, \(source.url): take "
                        + "one of them out before the document is applied")
            } else if let refusal = Self.refusal(of: source.url) {
                warnings.append(
                    "boot source \(source.id) has an address that no document may have: "
                        + refusal.message)
            }
            seen.append(source)
            for selection in item.selections where selection.arches.isEmpty {
                warnings.append(
                    "\(selection.os)/\(selection.release) of boot source \(source.id) takes no "
                        + "architecture, so it is left out")
            }
        }
        return warnings
    }

    private static func refusal(of url: String) -> WorkflowError? {
        do throws(WorkflowError) {
            try SourceURL.validate(url)
            return nil
        } catch {
            return error
        }
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
        entries.append(
            .init(
                "selections",
                .list(
                    item.selections.filter { !$0.arches.isEmpty }.map(Self.selection))))
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
        var values = SelectionValues(selection)
        values.fillEmptyLists()
        return .mapping([
            .init("os", .text(values.os)), .init("release", .text(values.release)),
            .init("arches", .texts(values.arches.withoutRepeats)),
            .init("subarches", .texts(values.subarches.withoutRepeats)),
            .init("labels", .texts(values.labels.withoutRepeats)),
        ])
    }
}
