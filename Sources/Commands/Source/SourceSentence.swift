internal import MAAS
internal import Workflows

/// What was or would be done to a source, as a person would say it.
enum SourceSentence {
    static func planned(_ plan: SourcePlan) -> String {
        switch plan.action {
        case .nothing(let source): unchanged(source)
        case .create: "would add a boot source with \(plan.change.url ?? "")"
        case .update(let source): "would change boot source \(source.id): \(details(plan, source))"
        case .replace(let source):
            "would make boot source \(source.id) anew with its selections: \(details(plan, source))"
        }
    }

    static func done(_ plan: SourcePlan, _ source: BootSource, _ order: ImportOrder?) -> String {
        let deed =
            switch plan.action {
            case .nothing: unchanged(source)
            case .create: "boot source \(source.id) added: \(source.url)"
            case .update(let before):
                "boot source \(source.id) changed: \(details(plan, before))"
            case .replace(let before):
                "boot source \(before.id) made anew as \(source.id): \(details(plan, before))"
            }
        return [deed, order?.phrase].compactMap { $0 }.joined(separator: "; ")
    }

    private static func unchanged(_ source: BootSource) -> String {
        "boot source \(source.id) unchanged: \(source.url)"
    }

    private static func details(_ plan: SourcePlan, _ before: BootSource) -> String {
        let change = plan.change
        var parts: [String] = []
        if let url = change.url, !SourceURL.same(url, before.url) || url != before.url {
            parts.append("\(url) (was \(before.url))")
        }
        switch change.keyring {
        case .filename(let path): parts.append("keyring \(path)")
        case .data(let bytes): parts.append("keyring uploaded (\(bytes.count) bytes)")
        case nil: break
        }
        if let name = change.name { parts.append("name \(name)") }
        if let priority = change.priority { parts.append("priority \(priority)") }
        if let enabled = change.enabled { parts.append(enabled ? "enabled" : "disabled") }
        if change.skipKeyringVerification == true { parts.append("signatures not verified") }
        return parts.joined(separator: ", ")
    }
}
