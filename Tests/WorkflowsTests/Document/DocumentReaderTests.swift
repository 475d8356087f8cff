import FoundationEssentials
import MAAS
import Testing
import Workflows
import YAML

@Suite struct DocumentReaderTests {
    private func mistake(_ text: String) -> DocumentMistake? {
        do {
            _ = try DocumentLab.document(text, environment: ["HOST": "mirror.example.com"])
            return nil
        } catch {
            return error as? DocumentMistake
        }
    }

    @Test func `reads what there is`() throws {
        let document = try DocumentLab.document(
            """
            variables: [HOST]
            import: false
            settings:
              boot_images_auto_import: false
              http_proxy: ""
            sources:
              - url: http://${HOST}/maas
                replaces: [stable, candidate]
                keyring: server:/etc/site.gpg
                name: site
                priority: 3
                enabled: true
                skip_keyring_verification: false
                selections:
                  - os: ubuntu
                    release: "24.04"
                    arches: ["*"]
                    subarches: [generic]
            regions:
              - profile: lab
                settings: {http_proxy: "http://${HOST}:3128"}
            mirrors:
              - {directory: images, upstream: stable, keyring: keys/site.gpg, releases: [noble], max: 2}
            """, environment: ["HOST": "mirror.example.com"])
        #expect(!document.importing)
        #expect(
            document.common.settings == [
                DocumentSetting(name: .bootImagesAutoImport, value: .boolean(false)),
                DocumentSetting(name: .httpProxy, value: .text("")),
            ])
        let source = try #require(document.common.sources?.first)
        #expect(source.url == "http://mirror.example.com/maas/")
        #expect(source.keyring == .serverPath("/etc/site.gpg"))
        #expect(source.priority == 3 && source.enabled == true)
        #expect(
            source.selections == [
                DocumentSelection(
                    os: "ubuntu", release: "24.04", arches: ["*"], subarches: ["generic"])
            ])
        let lab = document.part(for: "lab")
        #expect(lab.settings.map(\.name) == [.bootImagesAutoImport, .httpProxy])
        #expect(lab.settings.last?.value == .text("http://mirror.example.com:3128"))
        #expect(lab.sources == document.common.sources)
        let mirror = try #require(document.mirrors.first)
        #expect(mirror.directory == "/site/images" && mirror.keyring == "/site/keys/site.gpg")
        #expect(mirror.choices == ["--release": ["noble"]] && mirror.max == 2)
    }

    @Test func `a mirror's place in an object store is none below the document`() throws {
        let document = try DocumentLab.document(
            "mirrors: [{directory: \"s3://images/maas\", upstream: stable}]")
        #expect(document.mirrors.map(\.directory) == ["s3://images/maas"])
    }

    @Test func `reads a keyring beside the document`() throws {
        let document = try DocumentLab.document(
            "sources: [{url: stable, keyring: \"file:keys/site.gpg\"}]",
            keyring: { Data($0.utf8) })
        #expect(
            document.common.sources?.first?.keyring
                == .upload(Data("/site/keys/site.gpg".utf8), from: "/site/keys/site.gpg"))
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let line: Int
        let column: Int
        let says: String
        var hint = ""
        var testDescription: String { text }
    }

    /// Places count the version's line.
    static let cases = [
        Case(text: "[a]", line: 3, column: 1, says: ""),
        Case(text: "source: []", line: 2, column: 1, says: "no key `source`", hint: "`sources`"),
        Case(text: "sources: {}", line: 2, column: 10, says: "sources is a list"),
        Case(text: "sources: [stable]", line: 2, column: 11, says: "a source is a mapping"),
        Case(text: "sources: [{}]", line: 2, column: 11, says: "a source needs url"),
        Case(
            text: "sources: [{url: nowhere}]", line: 2, column: 17,
            says: "neither a stream nor an address"),
        Case(
            text: "sources: [{url: stable, keyring: site.gpg}]", line: 2, column: 34,
            says: "is no keyring", hint: "file:FILE"),
        Case(
            text: "sources: [{url: stable, keyring: \"base64:AAAA\"}]", line: 2, column: 34,
            says: "no keyring"),
        Case(
            text: "sources: [{url: stable, priority: high}]", line: 2, column: 35,
            says: "priority is a whole number"),
        Case(
            text: "sources: [{url: stable, enabled: \"true\"}]", line: 2, column: 34,
            says: "enabled is true or false"),
        Case(
            text: "sources:\n- url: stable\n  selections:\n  - {os: ubuntu, release: noble}",
            line: 5,
            column: 5, says: "a selection needs arches", hint: "[amd64]"),
        Case(
            text: "sources: [{url: stable, selections: [{os: u, release: r, arches: []}]}]",
            line: 2,
            column: 66, says: "a selection needs arches"),
        Case(
            text: "sources: [{url: stable, selections: [{os: u, release: r, arches: [a, a]}]}]",
            line: 2, column: 70, says: "a is in arches twice"),
        Case(
            text: """
                sources:
                  - url: stable
                    selections:
                      - {os: u, release: r, arches: [a]}
                      - {os: u, release: r, arches: [b]}
                """, line: 6, column: 9, says: "u/r is selected twice"),
        Case(
            text:
                "sources: [{url: stable, selections: [{os: u, release: a-name-of-21-letters., arches: [a]}]}]",
            line: 2, column: 55, says: "longer than the 20 characters"),
        Case(
            text: "settings: {http_prox: x}", line: 2, column: 12, says: "http_prox",
            hint: "`http_proxy`"),
        Case(text: "regions: [{profile: a}, {profile: a}]", line: 2, column: 35, says: "twice"),
        Case(
            text: "mirrors: [{directory: a}]", line: 2, column: 11, says: "a mirror needs upstream"),
        Case(
            text: "mirrors: [{directory: a, upstream: stable, releases: []}]", line: 2, column: 54,
            says: "releases names nothing", hint: "leave the key out"),
        Case(
            text: "mirrors: [{directory: a, upstream: stable, arches: []}]", line: 2, column: 52,
            says: "arches names nothing"),
        Case(
            text: "mirrors: [{directory: a, upstream: stable, releases: }]", line: 2, column: 44,
            says: "`releases` has nothing behind it", hint: "leave the key out"),
        Case(
            text: "mirrors: [{directory: a, upstream: stable, filters: [x]}]", line: 2, column: 53,
            says: "is not KEY OP VALUE"),
        Case(
            text: "mirrors: [{directory: a, upstream: stable, max: -1}]", line: 2, column: 49,
            says: "max is not negative"),
        Case(
            text: "mirrors: [{directory: a, upstream: stable, keep: true}]", line: 2, column: 50,
            says: "keep needs max"),
        Case(
            text: "mirrors: [{directory: a, upstream: stable, keep_days: -1}]", line: 2,
            column: 55, says: "keep_days is not negative"),
        Case(
            text: "mirrors: [{directory: a, upstream: stable, cache: b}]", line: 2, column: 51,
            says: "cache is for mirrors in an object store", hint: "leave it out"),
        Case(
            text: "mirrors: [{directory: 's3://a', upstream: stable, cache: 's3://b'}]", line: 2,
            column: 58, says: "a cache is a directory here"),
        Case(text: "sources:", line: 2, column: 1, says: "`sources` has nothing behind it"),
        Case(
            text: "variables: [a-b]", line: 2, column: 13, says: "letters, digits and underscores"),
        Case(
            text: "variables: [HOST]\nimport: ${HSOT}", line: 3, column: 9, says: "not declared",
            hint: "${HOST}"),
        Case(
            text: "settings: {http_proxy: \"${HOST\"}", line: 2, column: 24,
            says: "without its \"}\""),
        Case(
            text: "sources: [{url: stable, priority: 1}, {url: candidate, priority: 1}]", line: 2,
            column: 66, says: "two sources have the priority 1"),
        Case(
            text: "sources: [{url: stable, name: a}, {url: candidate, name: a}]", line: 2,
            column: 58,
            says: "two sources have the name a"),
        Case(text: "sources: !x []", line: 2, column: 10, says: ""),
        Case(text: "import: true\nimport: false", line: 3, column: 1, says: "twice"),
    ]

    @Test(arguments: cases)
    func `says what is wrong, and where`(example: Case) {
        let found = mistake(example.text)
        #expect(found != nil)
        #expect(found?.place == YAMLMark(line: example.line, column: example.column))
        #expect(
            found?.problem.contains(example.says) == true || example.says.isEmpty,
            "\(found?.problem ?? "")")
        #expect(found?.hint?.contains(example.hint) == true || example.hint.isEmpty)
    }

    @Test(arguments: [
        "", "version: 2\n", "version: one\n", "{}\n", "- a\n", "version: 1\n---\nversion: 1\n",
    ])
    func `takes one document of version 1`(text: String) {
        #expect(throws: DocumentMistake.self) {
            try DocumentReader(
                .init(environment: [:], directory: "", keyring: { _ in Data() })
            ).read(Array(text.utf8))
        }
    }
}
