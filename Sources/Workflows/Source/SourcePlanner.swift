package import MAAS

/// Decides what a wish means for a region: pure, so that every rule has a table test.
package struct SourcePlanner: Sendable {
    private let version: RegionVersion
    private let sources: [BootSource]

    package init(version: RegionVersion, sources: [BootSource]) {
        self.version = version
        self.sources = sources
    }

    /// The plan that makes `source` as wished.
    package func update(
        _ source: BootSource, _ wish: SourceWish
    ) throws(WorkflowError) -> SourcePlan {
        try checkVersion(wish)
        try checkAddress(wish.url, except: source)
        try checkName(wish.name, except: source)
        try checkPriority(wish.priority, except: source)
        let keyring = try wish.keyring?.change(for: source, among: sources)
        var change = BootSourceChange(
            url: wish.url.flatMap { SourceURL.same($0, source.url) ? nil : storable($0) },
            keyring: keyring, name: wish.name, priority: wish.priority, enabled: wish.enabled,
            skipKeyringVerification: wish.skipKeyringVerification)
        dropUnchanged(&change, source)
        guard change != BootSourceChange() else {
            return SourcePlan(action: .nothing(source), change: change, warnings: [])
        }
        if let management = source.management, change.skipKeyringVerification == nil {
            change.skipKeyringVerification = management.skipKeyringVerification
        }
        let warnings = uploadWarnings(keyring)
        if case .filename = keyring, source.keyringData != .none {
            return SourcePlan(
                action: .replace(source), change: completed(change, source),
                warnings: warnings + replacementWarnings(source))
        }
        if keyring == nil, source.keyringData == .unreadable { throw unreadableKeyring(source) }
        return SourcePlan(action: .update(source), change: change, warnings: warnings)
    }

    /// The plan that adds a source; nothing when the region has it already, just so.
    package func add(_ wish: SourceWish) throws(WorkflowError) -> SourcePlan {
        try checkVersion(wish)
        guard let url = wish.url else {
            throw WorkflowError(.invalidInput, "a new boot source needs an address")
        }
        if let existing = sources.first(where: { SourceURL.same($0.url, url) }) {
            return try unchanged(existing, wish)
        }
        try SourceURL.validate(url)
        try checkName(wish.name, except: nil)
        try checkPriority(wish.priority, except: nil)
        let keyring = try wish.keyring?.change(for: nil, among: sources)
        guard keyring != nil || wish.skipKeyringVerification == true else {
            throw WorkflowError(
                .invalidInput, "a boot source needs a keyring",
                hint: "add --keyring auto, --keyring FILE or --keyring server:PATH")
        }
        var change = BootSourceChange(
            url: storable(url), keyring: keyring, name: wish.name, priority: wish.priority,
            enabled: wish.enabled, skipKeyringVerification: wish.skipKeyringVerification)
        if version.hasSourcePriorities {
            change.skipKeyringVerification = wish.skipKeyringVerification ?? false
        }
        return SourcePlan(action: .create, change: change, warnings: uploadWarnings(keyring))
    }

    // MARK: Rules

    private func checkVersion(_ wish: SourceWish) throws(WorkflowError) {
        guard !version.hasSourcePriorities else { return }
        let newer = [
            ("a name", wish.name != nil), ("a priority", wish.priority != nil),
            ("an on/off switch", wish.enabled != nil),
            ("skip_keyring_verification", wish.skipKeyringVerification != nil),
        ].filter(\.1).map(\.0)
        guard let first = newer.first else { return }
        throw WorkflowError(
            .invalidInput,
            "boot sources have \(first) only from MAAS 3.8 on; this is \(version.text)",
            hint: "leave that option out")
    }

    private func checkAddress(_ url: String?, except source: BootSource) throws(WorkflowError) {
        guard let url, !SourceURL.same(url, source.url) else { return }
        try SourceURL.validate(url)
        let other = sources.first { $0.id != source.id && SourceURL.same($0.url, url) }
        guard let other else { return }
        throw WorkflowError(
            .refused, "boot source \(other.id) already has the address \(other.url)",
            hint: "use that one, or remove it first: maas-boot source remove \(other.id)")
    }

    private func checkName(_ name: String?, except source: BootSource?) throws(WorkflowError) {
        guard let name else { return }
        let other = sources.first { $0.id != source?.id && $0.management?.name == name }
        guard let other else { return }
        throw WorkflowError(
            .refused, "boot source \(other.id) already has the name \"\(name)\"",
            hint: "names are unique; give another one")
    }

    /// 3.8 answers a priority that is taken with 409 after a quarter of a minute.
    private func checkPriority(_ priority: Int?, except source: BootSource?) throws(WorkflowError) {
        guard let priority else { return }
        guard (0...2_147_483_647).contains(priority) else {
            throw WorkflowError(
                .invalidInput, "the priority \(priority) is not between 0 and 2147483647")
        }
        let others = sources.filter { $0.id != source?.id }
        guard let other = others.first(where: { $0.management?.priority == priority }) else {
            return
        }
        let taken = Set(others.compactMap { $0.management?.priority })
        let free = (priority...).first { !taken.contains($0) } ?? priority
        throw WorkflowError(
            .refused, "boot source \(other.id) already has the priority \(priority)",
            hint: "priorities are unique; the next free one is \(free)")
    }

    private func unchanged(_ source: BootSource, _ wish: SourceWish) throws(WorkflowError)
        -> SourcePlan
    {
        let plan = try update(source, wish)
        guard plan.changesAnything else { return plan }
        throw WorkflowError(
            .refused,
            "the region has this address already, as boot source \(source.id), with other settings",
            hint: "change it instead: maas-boot source update \(source.id) …")
    }

    private func unreadableKeyring(_ source: BootSource) -> WorkflowError {
        WorkflowError(
            .refused,
            "the region does not give back the keyring stored in boot source \(source.id), "
                + "and would lose it with any change",
            hint: "give the keyring again: --keyring FILE, or --keyring server:PATH")
    }

    private func uploadWarnings(_ keyring: BootSourceChange.Keyring?) -> [String] {
        guard case .data = keyring, version.hasSourcePriorities else { return [] }
        return [
            "MAAS 3.8's newer API (and so its web pages) fails while any source holds an uploaded "
                + "keyring; a path on the region is safer: --keyring server:PATH"
        ]
    }

    private func replacementWarnings(_ source: BootSource) -> [String] {
        guard version.hasSourcePriorities else { return [] }
        return [
            "boot source \(source.id) has to be made anew for that, and MAAS 3.8 drops a source's "
                + "images with it: they are missing until they are fetched again"
        ]
    }

    // MARK: Values

    private func storable(_ url: String) -> String {
        version.hasSourcePriorities ? SourceURL.comparable(url) : SourceURL.storable(url)
    }

    private func dropUnchanged(_ change: inout BootSourceChange, _ source: BootSource) {
        guard let management = source.management else { return }
        if change.name == management.name { change.name = nil }
        if change.priority == management.priority { change.priority = nil }
        if change.enabled == management.enabled { change.enabled = nil }
        if change.skipKeyringVerification == management.skipKeyringVerification {
            change.skipKeyringVerification = nil
        }
    }

    /// All fields of the source that takes the place of `source`.
    private func completed(_ change: BootSourceChange, _ source: BootSource) -> BootSourceChange {
        var change = change
        change.url = change.url ?? source.url
        if let management = source.management {
            change.name = change.name ?? management.name
            change.priority = change.priority ?? management.priority
            change.enabled = change.enabled ?? management.enabled
        }
        return change
    }
}
