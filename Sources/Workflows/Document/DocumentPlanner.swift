package import MAAS

/// Decides what makes a region as a document says: pure, so that every rule has a test without one.
package struct DocumentPlanner: Sendable {
    /// How a document is meant.
    package struct Options: Sendable {
        /// Whether what the document does not name goes.
        package var prunes = false
        /// Whether what does harm is done all the same.
        package var force = false
        /// Whether an import is ordered when something changed.
        package var importing = true
        /// Whether an earlier run was to order an import and ended before.
        package var importIsDue = false

        package init() {}
    }

    let snapshot: RegionSnapshot
    let part: DocumentPart
    let options: Options

    package init(_ part: DocumentPart, on snapshot: RegionSnapshot, options: Options = Options()) {
        self.snapshot = snapshot
        self.part = part
        self.options = options
    }

    /// The settings that have to be known of a region before planning for it.
    package static func settingsNeeded(_ part: DocumentPart) -> Set<SettingName> {
        Set(part.settings.map(\.name)).union([.commissioningRelease, .defaultOS])
    }

    var version: RegionVersion { snapshot.version }

    /// The release that machines commission with once the document is applied.
    var commissioning: String? {
        let wish = part.settings.first { $0.name == .commissioningRelease }?.value.nonEmptyText
        return wish ?? snapshot.commissioning
    }

    /// The plan.
    ///
    /// - Throws: what keeps the whole document from being applied to the region.
    package func plan() throws(WorkflowError) -> DocumentPlan {
        let matches = try matches()
        let sources = try sourceSteps(matches)
        let selections = matches.enumerated().flatMap { selectionSteps($0.element, $0.offset) }
        let removals = try removalSteps(matches)
        var steps = settingSteps() + sources.steps + selections + removals.steps
        let brings = steps.contains { $0.stage == .sources || $0.stage == .selections }
        if options.importing, brings || options.importIsDue {
            steps.append(DocumentStep(.imports, .start, .import, "import", [], .startImport))
        }
        // An import of a region without sources would bring the official one back.
        let losesSource = !matches.isEmpty && steps.contains { $0.stage == .removedSources }
        if options.importing, losesSource, !version.hasSourcePriorities {
            steps.append(
                DocumentStep(.importsAfterRemoval, .start, .import, "import", [], .startImport))
        }
        return DocumentPlan(
            steps: Self.ordered(steps), sources: matches,
            warnings: sources.warnings + removals.warnings + releaseWarnings(steps),
            prunes: options.prunes)
    }

    /// By stage; within one as they came.
    private static func ordered(_ steps: [DocumentStep]) -> [DocumentStep] {
        DocumentStep.Stage.allCases.flatMap { stage in steps.filter { $0.stage == stage } }
    }

    // MARK: Settings

    private func settingSteps() -> [DocumentStep] {
        part.settings.compactMap { setting in
            let current = snapshot.settings[setting.name] ?? .unset
            guard !Self.isSame(setting, current) else { return nil }
            let change = DocumentChange(
                "value", DocumentValue(current), DocumentValue(setting.value))
            return DocumentStep(
                stage(of: setting), .change, .setting, setting.name.rawValue, [change],
                .set(setting.name, setting.value))
        }
    }

    /// Releases come after their images. On 3.8, switching the automatic import on starts one at
    /// once, which has to know the selections: it comes just before the import.
    private func stage(of setting: DocumentSetting) -> DocumentStep.Stage {
        if DocumentSetting.namesRelease(setting.name) { return .releases }
        let startsImport =
            version.hasSourcePriorities && setting.name == .bootImagesAutoImport
            && setting.value.isTrue
        return startsImport ? .imports : .settings
    }

    /// Regions answer null, false or an empty text for what is not set.
    private static func isSame(_ setting: DocumentSetting, _ current: SettingValue) -> Bool {
        switch setting.value {
        case .boolean(let wish): return current.isTrue == wish
        case .text(let wish) where setting.name == .httpProxy && !wish.isEmpty:
            return SourceURL.comparable(wish) == SourceURL.comparable(current.nonEmptyText ?? "")
        default: return setting.value.nonEmptyText == current.nonEmptyText
        }
    }
}

extension DocumentValue {
    init(_ setting: SettingValue) {
        switch setting {
        case .boolean(let value): self = .boolean(value)
        case .number(let value): self = .text("\(value)")
        case .text(let text): self = .text(text)
        case .unset: self = .none
        }
    }
}
