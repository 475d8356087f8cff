package import MAAS

/// What makes a region as a document says: steps in the order they are taken in. A value: making it
/// asks and changes nothing.
package struct DocumentPlan: Sendable {
    package let steps: [DocumentStep]
    /// The document's sources, each with the region's own that it is about.
    package let sources: [SourceMatch]
    package let warnings: [String]
    /// Whether what the document does not name goes.
    let prunes: Bool

    package var changesAnything: Bool { !steps.isEmpty }

    /// A source of the document and the region's that answers to it; nil for one that is to be added.
    package struct SourceMatch: Sendable {
        package let wish: DocumentSource
        package let current: RegionStatus.Source?
    }
}

/// One step of a plan.
package struct DocumentStep: Sendable {
    package enum Operation: String, Sendable {
        case add, change, remove, start, sync
    }

    package enum Kind: String, Sendable {
        case setting, source, selection, `import`, mirror
    }

    /// The order of steps, whatever order the document has:
    ///
    ///     settings ─> sources ─(catalogue)─> selections ─> import ─(images)─> releases
    ///                                                                            │
    ///     removed sources <─ removed selections <─ reduced selections <──────────┘
    ///            └─> import
    ///
    /// A selection needs its source's catalogue, a release its image; what goes, goes once all that
    /// is to come has come. Up to 3.7 the images of a source that went stay, and stand for those of
    /// the others, until one more import.
    package enum Stage: Int, Sendable, Comparable, CaseIterable {
        case settings, sources, selections, imports, releases
        case reducedSelections, removedSelections, removedSources, importsAfterRemoval

        package static func < (first: Stage, second: Stage) -> Bool {
            first.rawValue < second.rawValue
        }

        var removes: Bool { self > .releases }
    }

    /// What is done.
    package enum Action: Sendable {
        case set(SettingName, SettingValue)
        /// A source of the document, by its place there; nil for one that only makes way.
        case source(SourcePlan, Int?)
        case select(DocumentSelection, Int)
        case startImport
        case reduce(DocumentSelection, Int)
        case deselect(os: String, release: String, Int)
        case removeSource(BootSource)
        /// A mirror's run, which is no region's business.
        case mirror
    }

    package let stage: Stage
    package let operation: Operation
    package let kind: Kind
    /// The natural key: a setting's name, a source's address, a selection's OS and release with
    /// its source's address, a mirror's directory.
    package let key: String
    package let changes: [DocumentChange]
    package let action: Action

    package init(
        _ stage: Stage, _ operation: Operation, _ kind: Kind, _ key: String,
        _ changes: [DocumentChange], _ action: Action
    ) {
        self.stage = stage
        self.operation = operation
        self.kind = kind
        self.key = key
        self.changes = changes
        self.action = action
    }
}
