import SimpleStreams
import Testing

@Suite struct FilterSetTests {
    private static func names(
        _ set: FilterSet, _ retention: Retention = .offered
    ) throws -> [String] {
        try SampleStream.documents().flatMap { set.select($0, retention: retention).items }
            .map(\.name.description)
    }

    @Test func `max counts versions of each product after the filters`() throws {
        let set = try FilterSet(parsing: [
            "arch=amd64", "release=noble", "subarch~^ga", "version_name!=20240904",
        ])
        #expect(
            try Self.names(set, Retention(max: 1)) == [
                "com.ubuntu.maas.stable:v3:boot:24.04:amd64:ga-24.04 20240821.1 boot-initrd",
                "com.ubuntu.maas.stable:v3:boot:24.04:amd64:ga-24.04 20240821.1 squashfs",
            ])
        #expect(try Self.names(set, Retention(max: 0)).isEmpty)
    }

    @Test func `versions that left the source are kept on demand`() throws {
        let set = try FilterSet(parsing: ["release=noble"])
        let retention = try Retention(max: 4, keepsVanished: true)
        let selected = set.select(try SampleStream.documents()[0], retention: retention) { _ in
            ["20230101", "20240101", "20240821"]
        }
        #expect(selected.products.allSatisfy { $0.keptVersions == ["20240101"] })
        #expect(selected.products.allSatisfy { $0.versions.count == 3 })
    }

    @Test func `shared files are listed once`() throws {
        let set = try FilterSet(parsing: ["arch=amd64", "release=noble", "version_name=20240904"])
        var table = FileTable()
        for document in try SampleStream.documents() {
            try set.select(document).addFiles(to: &table)
        }
        #expect(table.files.count == 4)
        #expect(table.totalSize == 400 + 3 * 51)
    }

    @Test func `nothing found names the filter and what there is`() throws {
        let documents = try SampleStream.documents()
        let set = try FilterSet(parsing: ["arch=amd64", "release=nobel"])
        let error = try #require(set.explainNoMatch(in: documents))
        #expect(error.description == #"no item passes "release=nobel""#)
        #expect(error.hint == "release is one of noble, focal, bionic, jammy")
        #expect(error.findings[0].passing > 0 && error.findings[1].passing == 0)
        #expect(try FilterSet(parsing: ["arch=amd64"]).explainNoMatch(in: documents) == nil)
    }

    @Test func `a tag nobody has and filters that contradict are told apart`() throws {
        let documents = try SampleStream.documents()
        let unknown = try FilterSet(parsing: ["relaese=noble"]).explainNoMatch(in: documents)
        #expect(unknown?.description.contains("no item has a tag \"relaese\"") == true)
        let both = try FilterSet(parsing: ["arch=amd64", "arch=arm64"])
        #expect(both.explainNoMatch(in: documents)?.hint == "leave one of the filters out")
    }

    @Test func `the first wrong filter is thrown`() {
        let error = #expect(throws: FilterError.self) {
            try FilterSet(parsing: ["arch=amd64", "arch:arm64", "x"])
        }
        #expect(error?.filter == "arch:arm64")
    }
}
