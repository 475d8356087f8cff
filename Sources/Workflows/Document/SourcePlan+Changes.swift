internal import MAAS

extension SourcePlan {
    /// What becomes different, field by field.
    var changes: [DocumentChange] {
        let management = current?.management
        var changes: [DocumentChange] = []
        if let url = change.url {
            changes.append(.init("url", current.map { .text($0.url) } ?? .none, .text(url)))
        }
        switch change.keyring {
        case .filename(let path):
            changes.append(.init("keyring_filename", keyringBefore, .text(path)))
        case .data(let bytes):
            changes.append(.init("keyring_data", keyringBefore, .text("\(bytes.count) bytes")))
        case nil: break
        }
        func add(_ field: String, _ before: DocumentValue?, _ after: DocumentValue?) {
            guard let after, before != after else { return }
            changes.append(.init(field, before ?? .none, after))
        }
        add("name", management.map { .text($0.name) }, change.name.map { .text($0) })
        add(
            "priority", management.map { .integer($0.priority) },
            change.priority.map { .integer($0) })
        add("enabled", management.map { .boolean($0.enabled) }, change.enabled.map { .boolean($0) })
        add(
            "skip_keyring_verification",
            management.map { .boolean($0.skipKeyringVerification) },
            change.skipKeyringVerification.map { .boolean($0) })
        return changes
    }

    private var keyringBefore: DocumentValue {
        switch current?.keyringData {
        case .bytes(let bytes): .text("\(bytes.count) bytes")
        case .unreadable: .text("stored in the region")
        case .none? where current?.keyringFilename.isEmpty == false:
            .text(current?.keyringFilename ?? "")
        default: .none
        }
    }
}
