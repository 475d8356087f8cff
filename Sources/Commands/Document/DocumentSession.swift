internal import MAAS
internal import Workflows

/// One region and the part of a document that is about it: the shared beginning of `plan` and
/// `apply`.
struct DocumentSession: Sendable {
    let name: String
    let session: RegionSession
    let part: DocumentPart
    let record: ImportRecord

    static func open(
        _ region: RegionConnection, _ document: Document, in context: Context
    ) async throws -> DocumentSession {
        DocumentSession(
            name: region.name, session: try await region.session(),
            part: document.part(for: region.name),
            record: ImportRecord(region: region.client.url, in: context.directories))
    }

    /// What is to be done, and what the region was like then.
    func plan(
        _ document: Document, _ options: DocumentOptions, force: Bool
    ) async throws -> (plan: DocumentPlan, snapshot: RegionSnapshot) {
        let snapshot = try await RegionSnapshot.read(
            session, settings: DocumentPlanner.settingsNeeded(part))
        var choices = DocumentPlanner.Options()
        choices.prunes = options.prune
        choices.force = force
        choices.importing = document.importing
        choices.importIsDue = record.importIsDue()
        return (try DocumentPlanner(part, on: snapshot, options: choices).plan(), snapshot)
    }
}
