package import MAAS

/// What makes a source's selections contain what is asked for.
package enum SelectionPlan: Sendable, Equatable {
    case nothing(BootSourceSelection)
    case create(SelectionValues)
    case update(BootSourceSelection, SelectionValues)

    /// Decides by the natural key, operating system and release: a region refuses a second selection
    /// of both, so architectures are united.
    package init(ensuring request: SelectionRequest, in selections: [BootSourceSelection]) {
        let existing = selections.first { $0.os == request.os && $0.release == request.release }
        guard let existing else {
            self = .create(
                SelectionValues(os: request.os, release: request.release, arches: request.arches))
            return
        }
        let covered = existing.arches.contains("*")
        let missing = covered ? [] : request.arches.filter { !existing.arches.contains($0) }
        var values = SelectionValues(existing)
        if !missing.isEmpty {
            values.arches = request.arches.contains("*") ? ["*"] : existing.arches + missing
        }
        values.fillEmptyLists()
        self = values == SelectionValues(existing) ? .nothing(existing) : .update(existing, values)
    }

    package var changesAnything: Bool {
        if case .nothing = self { return false }
        return true
    }
}

/// What takes images out of a source's selections.
package enum SelectionRemoval: Sendable, Equatable {
    case nothing
    case delete(BootSourceSelection)
    /// Some architectures stay. 3.8 does not take one out in place: there the selection is deleted
    /// and made again.
    case reduce(BootSourceSelection, SelectionValues, byReplacing: Bool)

    /// - Parameter arches: which to take out; empty for the whole selection.
    package init(
        removing request: (os: String, release: String, arches: [String]),
        from selections: [BootSourceSelection], version: RegionVersion
    ) throws(WorkflowError) {
        let existing = selections.first { $0.os == request.os && $0.release == request.release }
        guard let existing else {
            self = .nothing
            return
        }
        guard !request.arches.isEmpty else {
            self = .delete(existing)
            return
        }
        guard !existing.arches.contains("*") else {
            throw WorkflowError(
                .refused,
                "the selection \(existing.os)/\(existing.release) takes every architecture",
                hint: "remove it whole, then ensure the architectures you want")
        }
        let left = existing.arches.filter { !request.arches.contains($0) }
        if left.count == existing.arches.count {
            self = .nothing
        } else if left.isEmpty {
            self = .delete(existing)
        } else {
            var values = SelectionValues(existing)
            values.arches = left
            self = .reduce(existing, values, byReplacing: version.hasSourcePriorities)
        }
    }

    package var changesAnything: Bool { self != .nothing }

    /// Whether the images of what stays selected go as well, until an import brings them again.
    package var losesWhatStays: Bool {
        if case .reduce(_, _, byReplacing: true) = self { true } else { false }
    }
}

extension SelectionValues {
    /// Has lists match everything that match nothing: one that was made without subarchitectures or
    /// labels takes no image at all.
    mutating func fillEmptyLists() {
        if subarches.isEmpty { subarches = ["*"] }
        if labels.isEmpty { labels = ["*"] }
    }
}
