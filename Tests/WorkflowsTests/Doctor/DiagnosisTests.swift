import FoundationEssentials
import MAAS
import Testing
import Workflows

/// Each check with its rows.
@Suite struct DiagnosisTests {
    private static let now = Date(timeIntervalSince1970: 1_769_860_800)

    private func healthy(_ version: String = "3.7.3") -> Examination {
        Examination(
            url: "https://maas.example.com/MAAS", signature: "PLAINTEXT",
            version: RegionVersion(version), serverTime: Self.now, localTime: Self.now,
            sources: [
                .init(
                    source: bootSource(1, "http://images.maas.io/ephemeral-v3/stable/"),
                    selections: [selection("noble")])
            ],
            settings: [
                .bootImagesAutoImport: .boolean(true), .enableHTTPProxy: .boolean(false),
                .commissioningRelease: .text("noble"),
            ], images: [image("20260815")])
    }

    private func finding(_ check: String, _ examination: Examination) -> Finding? {
        Diagnosis.of(examination).first { $0.check == check }
    }

    @Test(arguments: [
        ("2.8.0", Finding.Level.warning), ("2.9.2", .ok), ("3.8.0~alpha1", .ok),
        ("3.9.0", .warning),
        ("4.0", .warning),
    ])
    func `version`(_ version: String, _ level: Finding.Level) {
        #expect(finding("version", healthy(version))?.level == level)
    }

    @Test(arguments: [
        (0.0, Finding.Level.ok), (29, .ok), (30, .warning), (-30, .warning), (-4000, .warning),
        (249, .warning), (250, .problem), (400, .problem),
    ])
    func `clock`(_ behind: Double, _ level: Finding.Level) {
        var examination = healthy()
        examination.serverTime = Self.now.addingTimeInterval(behind)
        #expect(finding("clock", examination)?.level == level)
        examination.serverTime = nil
        #expect(finding("clock", examination)?.level == .warning)
    }

    @Test func `an image that is selected and not there is missed`() {
        var examination = healthy()
        examination.sources?[0] = .init(
            source: bootSource(1, "http://images.maas.io/ephemeral-v3/stable/"),
            selections: [selection("noble", ["amd64", "arm64"]), selection("jammy", ["*"])])
        let found = finding("images", examination)
        #expect(found?.level == .warning)
        #expect(
            found?.message == "selected, and not there: ubuntu/noble:arm64, ubuntu/jammy")
        examination.importing = true
        #expect(finding("images", examination)?.level == .ok)
        examination.images = []
        examination.importing = false
        #expect(finding("images", examination)?.message.contains("ubuntu/noble:amd64") == true)
    }

    @Test func `a selection with an empty list takes nothing`() {
        var examination = healthy()
        examination.sources?[0] = .init(
            source: bootSource(1, "http://images.maas.io/ephemeral-v3/stable/"),
            selections: [
                decoded(
                    """
                    {"id": 1, "boot_source_id": 1, "os": "ubuntu", "release": "noble",
                     "arches": ["amd64"], "subarches": [], "labels": ["*"]}
                    """)
            ])
        let found = finding("selections", examination)
        #expect(found?.message.contains("has no subarchitectures") == true)
        #expect(found?.fix == "maas-boot selection ensure ubuntu/noble:amd64 --source 1")
    }

    @Test(arguments: [
        ("https://maas.example.com/MAAS", "PLAINTEXT", Finding.Level.ok),
        ("HTTPS://maas.example.com/MAAS", "PLAINTEXT", .ok),
        ("http://maas.example.com:5240/MAAS", "HMAC-SHA1", .ok),
        ("http://maas.example.com:5240/MAAS", "PLAINTEXT", .warning),
    ])
    func `connection`(_ url: String, _ signature: String, _ level: Finding.Level) {
        var examination = healthy()
        examination.url = url
        examination.signature = signature
        #expect(finding("connection", examination)?.level == level)
    }

    @Test(arguments: [
        (SettingValue.boolean(true), Finding.Level.ok), (.boolean(false), .warning),
    ])
    func `auto-import`(_ value: SettingValue, _ level: Finding.Level) {
        var examination = healthy()
        examination.settings[.bootImagesAutoImport] = value
        #expect(finding("auto-import", examination)?.level == level)
        examination.settings[.bootImagesAutoImport] = nil
        #expect(finding("auto-import", examination)?.level == .warning)
    }

    @Test(arguments: [
        ("3.7.3", false, true, Finding.Level.warning), ("3.7.3", true, true, .ok),
        ("3.5.8", true, true, .problem), ("3.5.9", true, true, .ok),
        ("3.6.2", true, true, .problem),
        ("3.6.3", true, true, .ok), ("3.4.0", true, true, .ok), ("3.7.3", false, false, .ok),
    ])
    func `proxy`(_ version: String, _ bypass: Bool, _ mirror: Bool, _ level: Finding.Level) {
        var examination = healthy(version)
        examination.settings[.enableHTTPProxy] = .boolean(true)
        examination.settings[.httpProxy] = .text("http://proxy.example.com:3128/")
        examination.settings[.bootImagesNoProxy] = .boolean(bypass)
        if mirror {
            examination.sources?.append(
                .init(
                    source: bootSource(2, "http://mirror.example.com:8080/x/"),
                    selections: [selection("jammy")]))
        }
        let found = finding("proxy", examination)
        #expect(found?.level == level)
        if mirror { #expect(found?.message.contains("mirror.example.com") != (level == .problem)) }
        examination.settings[.enableHTTPProxy] = .boolean(false)
        #expect(finding("proxy", examination)?.level == .ok)
    }

    @Test func `a proxy's password is not repeated`() {
        var examination = healthy()
        examination.settings[.enableHTTPProxy] = .boolean(true)
        examination.settings[.httpProxy] = .text("http://me:hunter22@proxy.example.com:3128/")
        #expect(finding("proxy", examination)?.message.contains("hunter22") == false)
    }

    @Test func `sources and selections`() {
        var examination = healthy()
        #expect(finding("sources", examination)?.level == .ok)
        examination.sources = []
        #expect(finding("sources", examination)?.level == .problem)
        examination.sources = nil
        #expect(finding("sources", examination) == nil)
        examination.sources = [
            .init(source: bootSource(4, "http://mirror.example.com/"), selections: [])
        ]
        #expect(finding("selections", examination)?.level == .warning)
        #expect(finding("selections", examination)?.fix?.contains("--source 4") == true)
        let off = bootSource(4, "http://mirror.example.com", priority: 3, enabled: false)
        examination.sources = [.init(source: off, selections: [])]
        #expect(finding("selections", examination) == nil)
    }

    @Test(arguments: [
        ([KeyringPath.snap, KeyringPath.debian], Finding.Level?.some(.problem)),
        ([KeyringPath.snap], nil), ([KeyringPath.debian], nil), (["/home/me/x.gpg"], .warning),
        (["~/x.gpg"], .warning), (["/tmp/x.gpg"], .warning), ([""], nil),
    ])
    func `keyrings`(_ paths: [String], _ level: Finding.Level?) {
        var examination = healthy()
        examination.sources = paths.enumerated().map { index, path in
            .init(
                source: bootSource(index, "http://m\(index).example.com/", keyring: path),
                selections: [selection("noble")])
        }
        #expect(finding("keyring-path", examination)?.level == level)
    }

    @Test func `the commissioning release`() {
        var examination = healthy()
        #expect(finding("commissioning", examination)?.level == .ok)
        examination.settings[.commissioningRelease] = .text("jammy")
        #expect(finding("commissioning", examination)?.level == .problem)
        examination.settings[.commissioningRelease] = .unset
        #expect(finding("commissioning", examination) == nil)
        let off = bootSource(4, "http://mirror.example.com", priority: 3, enabled: false)
        examination.settings[.commissioningRelease] = .text("noble")
        examination.sources = [.init(source: off, selections: [selection("noble")])]
        #expect(finding("commissioning", examination)?.level == .problem)
    }

    @Test func `images, controllers and racks`() {
        var examination = healthy()
        #expect(finding("images", examination)?.level == .ok)
        examination.images = [image("20260815", 50)]
        examination.importing = true
        #expect(finding("images", examination)?.level == .ok)
        examination.importing = false
        examination.regionControllers = 2
        let found = finding("images", examination)
        #expect(found?.level == .warning)
        #expect(found?.message.contains("all 2 region controllers") == true)
        for (state, level) in [
            ("synced", Finding.Level.ok), ("syncing", .warning), ("out-of-sync", .warning),
        ] {
            examination.racks = [
                ("rack-1", Samples.rack(connected: true, status: state))
            ]
            #expect(finding("rack", examination)?.level == level)
        }
        examination.racks = [("rack-1", Samples.rack(connected: false, status: "unknown"))]
        #expect(finding("rack", examination)?.message.contains("disconnected") == true)
    }

    @Test func `notices`() {
        var examination = healthy()
        examination.notices = [
            notice("Image importer", "<b>no</b> route"), notice("x", "y", category: "warning"),
        ]
        let found = Diagnosis.of(examination).filter { $0.check == "notice" }
        #expect(found.map(\.level) == [.problem, .warning])
        #expect(found.first?.message == "the region says: no route")
    }

    @Test func `every warning and problem of a checked setting says what mends it`() {
        var examination = healthy()
        examination.sources = []
        examination.settings[.bootImagesAutoImport] = .boolean(false)
        examination.images = [image("20260815", 50)]
        examination.serverTime = Self.now.addingTimeInterval(400)
        let bad = Diagnosis.of(examination).filter { $0.level != .ok }
        #expect(bad.count == 6)
        #expect(bad.filter { $0.fix == nil }.map(\.check) == [])
    }

    private enum KeyringPath {
        static let snap = KeyringChoice.snapPath
        static let debian = KeyringChoice.debianPath
    }
}
