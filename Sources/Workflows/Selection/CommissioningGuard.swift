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

    /// Refuses a removal that takes the commissioning release away altogether.
    package func check(_ removal: SelectionRemoval) async throws {
        guard case .delete(let selection) = removal else { return }
        let release = try await session.client.setting(.commissioningRelease).nonEmptyText
        guard selection.os == Self.os, selection.release == release else { return }
        guard try await !isSelectedElsewhere(selection) else { return }
        throw WorkflowError(
            .refused,
            "machines commission with \(selection.os)/\(selection.release), so it has to stay",
            hint:
                "select another release, import it, make it the commissioning release, and remove "
                + "this one then")
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
