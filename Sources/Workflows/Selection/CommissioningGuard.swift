internal import MAAS

/// Keeps the release that machines commission with: up to 3.7 regions refuse to deselect it with a
/// text that can be read as a template; 3.8 deletes it and its images without a word.
package struct CommissioningGuard: Sendable {
    /// Machines commission with Ubuntu only.
    static let os = "ubuntu"

    private let session: RegionSession

    package init(_ session: RegionSession) {
        self.session = session
    }

    /// Refuses a removal that takes the commissioning release away: altogether, or on 3.8 for as long
    /// as an import needs to bring what stays of it.
    ///
    /// - Parameter isForced: whether a gap is accepted.
    package func check(_ removal: SelectionRemoval, isForced: Bool = false) async throws {
        switch removal {
        case .nothing, .reduce(_, _, byReplacing: false): return
        case .reduce(let selection, _, byReplacing: true):
            guard !isForced, try await isNeeded(selection) else { return }
            throw WorkflowError(
                .refused,
                "MAAS \(session.version.text) deletes all images of \(selection.os)/"
                    + "\(selection.release) when an architecture is taken out, and machines commission "
                    + "with it",
                hint: "--force does it, and orders an import that brings the other architectures "
                    + "again")
        case .delete(let selection):
            guard try await isNeeded(selection) else { return }
            throw WorkflowError(
                .refused,
                "machines commission with \(selection.os)/\(selection.release), so it has to stay",
                hint:
                    "select another release, import it, make it the commissioning release, and "
                    + "remove this one then")
        }
    }

    private func isNeeded(_ selection: BootSourceSelection) async throws -> Bool {
        let release = try await session.client.setting(.commissioningRelease).nonEmptyText
        guard selection.os == Self.os, selection.release == release else { return false }
        return try await !isSelectedElsewhere(selection)
    }

    /// From 3.8 on the same release can come from another source; older regions refuse all the same.
    private func isSelectedElsewhere(_ selection: BootSourceSelection) async throws -> Bool {
        guard session.version.hasSourcePriorities else { return false }
        for source in try await session.client.bootSources()
        where source.id != selection.bootSourceID && source.management?.enabled != false {
            let others = try await session.client.selections(of: source.id)
            if others.contains(where: { $0.os == selection.os && $0.release == selection.release })
            {
                return true
            }
        }
        return false
    }
}
