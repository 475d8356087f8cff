import Foundation
import Testing

@testable import SimpleStreams

@Suite struct MirrorPlannerTests {
    private static let focal = MirrorBench.focal

    private func documents(_ stream: SampleMirrorStream = SampleMirrorStream()) throws
        -> [ProductsDocument]
    {
        try [SampleMirrorStream.images, SampleMirrorStream.bootloaders].map { path in
            try ProductsDocument(
                parsing: MirrorBench.unsigned(try #require(stream.documents[path])))
        }
    }

    private func planner(
        _ observations: (FileEntry) -> Observation = { _ in .absent },
        records: [FileRecord] = [], partials: [RelativePath: Int64] = [:],
        foreign: [ForeignFile] = [], published: Bool = false
    ) throws -> MirrorPlanner {
        let documents = try documents()
        let wanted = try Wanted([Self.focal], in: documents, held: [])
        let index = StoredDocument(path: try RelativePath("streams/v1/index.sjson"), bytes: [1])
        return MirrorPlanner(
            documents: [index], published: published ? [index.path: [0]] : [:], wanted: wanted,
            merge: PartMerge(parts: [Self.focal], replaced: [], isChanged: true),
            observations: Dictionary(
                uniqueKeysWithValues: wanted.table.files.map { ($0.path, observations($0)) }),
            partials: partials,
            records: Dictionary(uniqueKeysWithValues: records.map { ($0.file.path, $0) }),
            foreign: foreign, notes: [])
    }

    private func wanted() throws -> [FileEntry] { try planner().wanted.table.files }

    @Test func `each file's reason follows from what stands there and what was recorded`() throws {
        let file = try wanted()[0]
        let older = FileEntry(path: file.path, size: file.size, sha256: SHA256Digest.of([]))
        let item = StoredItem(size: file.size, stamp: 1)
        typealias Row = (Observation, FileRecord?, MirrorPlan.Fetch.Reason?)
        let rows: [Row] = [
            (.absent, nil, .new),
            (.absent, FileRecord(file: file), .new),
            (.absent, FileRecord(file: file, stamp: 1), .missing),
            (.wrongSize(3), FileRecord(file: file, stamp: 1), .size),
            (.wrongContent(item), FileRecord(file: file, stamp: 1), .content),
            (.wrongContent(item), nil, .content),
            (.wrongContent(item), FileRecord(file: older, stamp: 1), .replaced),
            (.wrongSize(3), FileRecord(file: older, stamp: 1), .replaced),
            (.right(item), FileRecord(file: file, stamp: 1), nil),
        ]
        for (observation, record, reason) in rows {
            let plan = try planner(
                { $0 == file ? observation : .right(item) }, records: record.map { [$0] } ?? []
            ).plan()
            #expect(plan.fetches.map(\.reason) == (reason.map { [$0] } ?? []))
            #expect(plan.kept.contains(file) == (reason == nil))
        }
        // Metadata of another tool, or of a mirror whose records are lost, may name it.
        let unknown = try planner(
            { $0 == file ? .wrongContent(item) : .right(item) }, published: true
        ).plan()
        #expect(unknown.fetches.map(\.reason) == [.replaced])
    }

    @Test func `bytes held of a part are not fetched again`() throws {
        let file = try wanted()[0]
        let plan = try planner(partials: [file.path: 100]).plan()
        #expect(plan.bytesToFetch == plan.fetches.reduce(0) { $0 + $1.file.size } - 100)
        #expect(plan.spaceNeeded == plan.bytesToFetch + 1)
    }

    @Test func `only recorded files that nothing needs are removed, each at its time`() throws {
        func entry(_ path: String) throws -> FileEntry {
            FileEntry(path: try RelativePath(path), size: 1, sha256: SHA256Digest.of([]))
        }
        let time = Date(timeIntervalSince1970: 5)
        let plan = try planner(
            records: [
                FileRecord(file: try wanted()[0], stamp: 1, due: time),
                FileRecord(file: try entry("old/a"), stamp: 1),
                FileRecord(file: try entry("old/b"), stamp: 1, due: time),
            ]
        ).plan()
        #expect(plan.removals.map(\.file.path.text) == ["old/a", "old/b"])
        #expect(plan.removals.map(\.due) == [nil, time])
        #expect(plan.removalsDue(at: time, grace: 10).map(\.file.path.text) == ["old/b"])
        #expect(plan.removalsDue(at: time - 1, grace: 0).map(\.file.path.text) == ["old/a"])
    }

    @Test func `two items with one path and different content are refused by name`() throws {
        func product(_ name: String, _ sha: String) -> String {
            """
            "\(name)": {"versions": {"1": {"items": {"i": {"path": "same/path", "size": 1,
             "sha256": "\(String(repeating: sha, count: 64))"}}}}}
            """
        }
        let text = """
            {"format": "products:1.0", "content_id": "x", "products":
             {\(product("one", "a")), \(product("two", "b"))}}
            """
        let document = try ProductsDocument(parsing: Array(text.utf8))
        #expect {
            try Wanted([MirrorPart()], in: [document], held: [])
        } throws: { error in
            guard case .selection(.conflict(let conflict))? = error as? MirrorError else {
                return false
            }
            return conflict.firstName.product == "one" && conflict.secondName.product == "two"
                && "\(error)".contains("same/path")
        }
    }

    @Test func `a filtered mirror says how many products it advertises without holding them`()
        throws
    {
        #expect(try planner().plan().warnings.contains(.advertisesMore(products: 2)))
    }

    @Test func `new filters replace recorded ones of the same products, and join others`() throws {
        let documents = try documents()
        let (focal, loaders) = (MirrorBench.focal, MirrorBench.loaders)
        let both = MirrorPart(filters: ["release~focal|jammy"])
        let jammy = MirrorPart(filters: ["release=jammy"])
        let two = MirrorPart(retention: try Retention(max: 2, keepsVanished: false))
        func keepingTwo(_ part: MirrorPart) -> MirrorPart {
            MirrorPart(filters: part.filters, choice: part.choice, retention: two.retention)
        }
        typealias Row = (
            recorded: [MirrorPart], new: MirrorPart?, change: PartChange, parts: [MirrorPart],
            replaced: Int
        )
        let rows: [Row] = [
            ([], focal, .automatic, [focal], 0),
            ([focal], focal, .automatic, [focal], 0),
            ([both], focal, .automatic, [focal], 1),
            ([focal], both, .automatic, [both], 1),
            ([focal], jammy, .automatic, [focal, jammy], 0),
            ([focal, jammy, loaders], both, .automatic, [loaders, both], 2),
            ([focal], loaders, .automatic, [focal, loaders], 0),
            ([focal], loaders, .replace, [loaders], 1),
            ([both], focal, .add, [both, focal], 0),
            ([focal, loaders], nil, .replace, [focal, loaders], 0),
            ([focal, jammy], two, .automatic, [focal, jammy].map(keepingTwo), 0),
            ([focal], two, .replace, [two], 1), ([], two, .automatic, [two], 0),
            ([MirrorBench.everything], two, .automatic, [two], 1),
        ]
        for row in rows {
            let merge = try PartMerge.merge(
                row.recorded, adding: row.new, change: row.change, in: documents)
            #expect(merge.parts == row.parts && merge.replaced.count == row.replaced)
            #expect(merge.isChanged == (Set(row.parts) != Set(row.recorded)))
        }
    }
}
