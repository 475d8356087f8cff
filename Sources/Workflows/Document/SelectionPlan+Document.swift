internal import MAAS

extension BootSourceSelection {
    func isOf(_ wish: DocumentSelection) -> Bool { os == wish.os && release == wish.release }
}

extension SelectionPlan {
    /// What makes a source's selections contain the document's: lists are united.
    init(_ wish: DocumentSelection, in selections: [BootSourceSelection]) {
        guard let existing = selections.first(where: { $0.isOf(wish) }) else {
            self = .create(
                SelectionValues(
                    os: wish.os, release: wish.release, arches: wish.arches,
                    subarches: wish.subarches ?? ["*"], labels: wish.labels ?? ["*"]))
            return
        }
        var values = SelectionValues(existing)
        values.arches = Self.united(values.arches, wish.arches)
        values.subarches = Self.united(values.subarches, wish.subarches ?? [])
        values.labels = Self.united(values.labels, wish.labels ?? [])
        values.fillEmptyLists()
        self =
            values == SelectionValues(existing) ? .nothing(existing) : .update(existing, values)
    }

    private static func united(_ present: [String], _ wanted: [String]) -> [String] {
        if present.contains("*") { return present }
        return wanted.contains("*") ? ["*"] : present + wanted.filter { !present.contains($0) }
    }

    /// The values that are there when the plan is carried out.
    var values: SelectionValues {
        switch self {
        case .nothing(let selection): SelectionValues(selection)
        case .create(let values), .update(_, let values): values
        }
    }

    /// The values with no more in them than the document names; nil where there is no more.
    func reduction(to wish: DocumentSelection) -> SelectionValues? {
        var reduced = values
        reduced.arches = wish.arches
        reduced.subarches = wish.subarches ?? values.subarches
        reduced.labels = wish.labels ?? values.labels
        let isSame =
            Set(reduced.arches) == Set(values.arches)
            && Set(reduced.subarches) == Set(values.subarches)
            && Set(reduced.labels) == Set(values.labels)
        return isSame ? nil : reduced
    }

    var operation: DocumentStep.Operation {
        if case .create = self { return .add }
        return .change
    }

    /// What becomes different, field by field.
    var changes: [DocumentChange] {
        guard case .update(let selection, let values) = self else {
            return [
                .init("arches", .none, .texts(values.arches)),
                .init("subarches", .none, .texts(values.subarches)),
                .init("labels", .none, .texts(values.labels)),
            ]
        }
        return Self.changes(SelectionValues(selection), values)
    }

    static func changes(_ before: SelectionValues, _ after: SelectionValues) -> [DocumentChange] {
        [
            ("arches", before.arches, after.arches),
            ("subarches", before.subarches, after.subarches),
            ("labels", before.labels, after.labels),
        ].filter { $0.1 != $0.2 }.map { .init($0.0, .texts($0.1), .texts($0.2)) }
    }
}
