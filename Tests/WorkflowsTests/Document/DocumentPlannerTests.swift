import MAAS
import Testing
import Workflows

@Suite struct DocumentPlannerTests {
    static let stable = "http://images.maas.io/ephemeral-v3/stable/"

    private func plan(
        _ text: String, _ version: RegionVersion = Versions.v3_7,
        sources: [BootSource] = [bootSource(1, stable)],
        selections: [BootSourceSelection] = [selection("noble")],
        settings: [SettingName: SettingValue] = [.commissioningRelease: .text("noble")],
        _ change: (inout DocumentPlanner.Options) -> Void = { _ in }
    ) throws -> [String] {
        let snapshot = RegionSnapshot(
            version: version,
            sources: sources.map { source in
                RegionStatus.Source(
                    source: source, selections: selections.filter { $0.bootSourceID == source.id })
            }, settings: settings)
        var options = DocumentPlanner.Options()
        change(&options)
        let document = try DocumentLab.document(text)
        options.importing = document.importing
        return try DocumentPlanner(document.common, on: snapshot, options: options).plan().steps
            .map { step in
                let fields = step.changes.map { "\($0.field)=\($0.before.shown)>\($0.after.shown)" }
                return "\(step.operation) \(step.kind) \(step.key) \(fields.joined(separator: " "))"
            }
    }

    private func refusal(
        _ text: String, _ version: RegionVersion = Versions.v3_7,
        sources: [BootSource] = [bootSource(1, stable)]
    ) -> WorkflowError? {
        do {
            _ = try plan(text, version, sources: sources) { $0.prunes = true }
            return nil
        } catch {
            return error as? WorkflowError
        }
    }

    @Test(arguments: [
        ("settings: {commissioning_distro_series: noble}", nil),
        ("settings: {commissioning_distro_series: xenial}", "ubuntu/xenial"),
        ("settings: {default_osystem: ubuntu, default_distro_series: noble}", nil),
        ("settings: {default_osystem: centos, default_distro_series: centos70}", "centos/centos70"),
        (
            """
            settings: {commissioning_distro_series: jammy}
            sources: [{url: stable, selections: [{os: ubuntu, release: jammy, arches: [amd64]}]}]
            """, nil
        ),
    ])
    func `warns of a release that no selection brings`(text: String, named: String?) throws {
        let source = RegionStatus.Source(
            source: bootSource(1, Self.stable), selections: [selection("noble")])
        let snapshot = RegionSnapshot(
            version: Versions.v3_7, sources: [source],
            settings: [.commissioningRelease: .text("focal")])
        let document = try DocumentLab.document(text)
        let warnings = try DocumentPlanner(document.common, on: snapshot).plan().warnings
        #expect(warnings.count == (named == nil ? 0 : 1))
        #expect(warnings.allSatisfy { $0.hasPrefix("no selection brings \(named ?? "")") })
    }

    @Test func `has nothing to do where all is as the document says`() throws {
        for url in ["stable", "https://images.maas.io/ephemeral-v3/stable", Self.stable] {
            let steps = try plan(
                """
                settings: {boot_images_auto_import: false, http_proxy: ""}
                sources:
                  - url: \(url)
                    replaces: [candidate]
                    keyring: auto
                    selections: [{os: ubuntu, release: noble, arches: [amd64]}]
                """
            ) { $0.prunes = true }
            #expect(steps.isEmpty)
        }
    }

    @Test func `takes settings in the document's or any order to the same end`() throws {
        let steps = try plan(
            """
            settings:
              default_distro_series: jammy
              commissioning_distro_series: jammy
              http_proxy: http://p.example.com
              enable_http_proxy: false
            """,
            settings: [
                .httpProxy: .unset, .enableHTTPProxy: .boolean(true),
                .commissioningRelease: .text("noble"), .defaultRelease: .text("noble"),
            ])
        #expect(
            steps == [
                "change setting http_proxy value=none>http://p.example.com",
                "change setting enable_http_proxy value=true>false",
                "change setting commissioning_distro_series value=noble>jammy",
                "change setting default_distro_series value=noble>jammy",
            ])
    }

    @Test func `switches in place what is replaced, where the address is not there yet`() throws {
        let text = "sources: [{url: candidate, replaces: [stable]}]"
        let candidate = "http://images.maas.io/ephemeral-v3/candidate/"
        #expect(
            try plan(text) == [
                "change source \(candidate) url=\(Self.stable)>\(candidate)",
                "start import import ",
            ])
        let both = [bootSource(1, Self.stable), bootSource(2, candidate)]
        #expect(try plan(text, sources: both).isEmpty)
    }

    @Test func `switches each source once`() throws {
        let steps = try plan(
            """
            sources:
              - {url: "http://a.example.com", replaces: [stable], keyring: auto}
              - {url: "http://b.example.com", replaces: [stable], keyring: auto}
            """)
        #expect(steps.map { $0.prefix(10) } == ["change sou", "add source", "start impo"])
    }

    @Test func `unites lists, and with prune makes them equal`() throws {
        let text =
            "sources: [{url: stable, selections: [{os: ubuntu, release: noble, arches: [arm64]}]}]"
        let key = "ubuntu/noble from \(Self.stable)"
        #expect(
            try plan(text) == [
                "change selection \(key) arches=amd64>amd64,arm64", "start import import ",
            ])
        #expect(
            try plan(text) { $0.prunes = true } == [
                "change selection \(key) arches=amd64>amd64,arm64", "start import import ",
                "change selection \(key) arches=amd64,arm64>arm64",
            ])
        let all = [selection("noble", ["*"])]
        #expect(try plan(text, selections: all).isEmpty)
    }

    @Test func `imports once more up to 3.7 when a source has gone, unless none is left`() throws {
        let text = "sources: [{url: stable}]"
        let sources = [bootSource(1, Self.stable), bootSource(2, "http://b.example.com")]
        for (version, imports) in [(Versions.v3_7, true), (Versions.v3_8, false)] {
            let steps = try plan(text, version, sources: sources) { $0.prunes = true }
            #expect(steps.first?.hasPrefix("remove source http://b.example.com") == true)
            #expect(steps.dropFirst() == (imports ? ["start import import "] : []))
            let silent = try plan(text + "\nimport: false", version, sources: sources) {
                $0.prunes = true
            }
            #expect(silent.count == 1)
        }
        let none = try plan("sources: []") {
            $0.prunes = true
            $0.force = true
        }
        #expect(none.count == 1)
    }

    @Test func `parks a priority that another source is to have`() throws {
        let sources = [
            bootSource(1, Self.stable, name: "a", priority: 1),
            bootSource(2, "http://b.example.com", name: "b", priority: 2),
        ]
        let steps = try plan(
            "sources: [{url: stable, priority: 2}, {url: \"http://b.example.com\", priority: 1}]",
            Versions.v3_8, sources: sources)
        #expect(
            steps.filter { $0.contains("priority") } == [
                "change source http://b.example.com priority=2>3",
                "change source \(Self.stable) priority=1>2",
                "change source http://b.example.com/ priority=3>1",
            ])
    }

    @Test func `orders an import that is due, unless the document wants none`() throws {
        #expect(try plan("sources: []") { $0.importIsDue = true } == ["start import import "])
        #expect(try plan("import: false") { $0.importIsDue = true }.isEmpty)
    }

    @Test func `refuses what cannot be or does harm`() {
        #expect(refusal("sources: [{url: stable, name: x}]")?.kind == .invalidInput)
        let both = refusal("sources: [{url: candidate, replaces: [stable]}, {url: stable}]")
        #expect(both?.kind == .invalidInput)
        let bare = refusal("sources: [{url: \"http://a.example.com\"}, {url: stable}]")
        #expect(bare?.message.contains("a new boot source needs a keyring") == true)
        let taken = refusal(
            "sources: [{url: stable, priority: 2}, {url: \"http://b.example.com\"}]", Versions.v3_8,
            sources: [
                bootSource(1, Self.stable, priority: 1),
                bootSource(2, "http://b.example.com", priority: 2),
            ])
        #expect(taken?.message.contains("already has the priority 2") == true)
        #expect(refusal("sources: []")?.kind == .refused)
        #expect(refusal("sources: [{url: stable, selections: []}]")?.kind == .refused)
        let other = "sources: [{url: \"http://b.example.com\", keyring: auto, selections: []}]"
        #expect(refusal(other)?.message.contains("with which machines commission") == true)
    }
}
