internal import Workflows

/// A document as it is written: the entries of each region.
struct ExportedDocument: Sendable {
    let regions: [(profile: String, entries: [DocumentValue.Entry])]

    init(_ results: [RegionResult<[DocumentValue.Entry]>]) {
        regions = results.compactMap { item in
            (try? item.result.get()).map { (item.profile, $0) }
        }
    }

    /// One region's document, for whichever region is in use.
    static let single = listing([
        Field("settings") { $0.entry("settings") }, Field("sources") { $0.entry("sources") },
    ])

    /// A document that names its regions.
    static let several = listing([
        Field("regions") { document in
            .array(
                document.regions.map { region in
                    .object(
                        [JSONMember("profile", .string(region.profile))]
                            + region.entries.map(JSONMember.init))
                })
        }
    ])

    private static func listing(_ fields: [Field<ExportedDocument>]) -> Listing<ExportedDocument> {
        let all = [Field<ExportedDocument>("version") { _ in .integer(Document.version) }] + fields
        return Listing(
            plural: "documents", fields: all, columns: [],
            page: { document, _ in
                let members = all.map { JSONMember($0.name, $0.value(document)) }
                let text = (try? YAMLWriter().text(.object(members))) ?? ""
                return String(text.dropLast())
            })
    }

    private func entry(_ key: String) -> JSONValue {
        let entry = regions.first?.entries.first { $0.key == key }
        return entry.map { JSONValue($0.value) } ?? .null
    }
}
