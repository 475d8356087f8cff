import Commands
import TestSupport
import Testing

/// The names of fields are a promise to scripts: this is the list of them.
@Suite struct FieldListTests {
    struct Promise: Sendable, CustomTestStringConvertible {
        let line: String
        let fields: [String]
        var testDescription: String { line }

        init(_ line: String, _ fields: String) {
            self.line = line
            self.fields = fields.split(separator: " ").map(String.init)
        }
    }

    private static let source = """
        id url keyring_filename keyring_data created updated name priority enabled \
        skip_keyring_verification resource_uri
        """
    private static let sourceChange = """
        changed dry_run message id url previous_url keyring_filename import ready evidence \
        elapsed_seconds warnings notices
        """
    private static let selectionChange =
        "changed dry_run message boot_source_id os release arches"
    private static let importing = """
        changed message importing import ready evidence elapsed_seconds arrived_bytes total_bytes \
        missing images notices
        """
    private static let image = """
        id type name architecture title subarches kflavor base_image last_deployed resource_uri \
        version complete progress size sets
        """
    private static let profile = "name url current origin insecure problem"

    private static let mirroring = """
        changed dry_run message upstream directory published verified fingerprint signed_by \
        site_fingerprint bytes_to_fetch bytes_fetched elapsed_seconds warnings files
        """

    static let promises = [
        Promise("source list", source), Promise("source show 1", source),
        Promise("source add http://mirror.example.com/", sourceChange),
        Promise("source update 1 --to candidate", sourceChange),
        Promise("source remove 1", sourceChange), Promise("use candidate", sourceChange),
        Promise(
            "source probe candidate",
            "url verified fingerprint updated images bootloaders findings"),
        Promise(
            "selection list",
            """
            id boot_source_id boot_source_url os release arches subarches labels resource_uri
            """),
        Promise(
            "selection available",
            "boot_source_id os release title arch subarch label version selected"),
        Promise("selection ensure noble", selectionChange),
        Promise("selection remove jammy", selectionChange),
        Promise("import start", importing), Promise("import stop", importing),
        Promise("import status", importing), Promise("import wait", importing),
        Promise("image list", image), Promise("image show noble", image),
        Promise("image remove noble", "changed dry_run message \(image)"),
        Promise(
            "status",
            "url version importing boot_images_auto_import ready missing sources images notices"),
        Promise("doctor", "check level message fix"),
        Promise("profile list", profile),
        Promise("profile use prod", "changed dry_run message \(profile)"),
        Promise("login prod http://region.example.com", "changed dry_run message \(profile)"),
        Promise("logout prod", "changed message profile"),
        Promise("mirror plan stable /nowhere --release noble", mirroring),
        Promise("mirror sync stable /nowhere --release noble", mirroring),
        Promise("mirror publish /nowhere s3://bucket/nowhere", mirroring),
        Promise(
            "mirror verify /nowhere",
            """
            directory sound checksum advertised_files selected_files held_files held_bytes \
            vouched_files unproven_files unselected_products fingerprint findings acceptance repaired
            """),
        Promise(
            "mirror list /nowhere",
            """
            directory upstream os release arch subarches versions files bytes last_success \
            age_seconds published fingerprint signed_by site_fingerprint
            """),
        Promise(
            "mirror pack /nowhere /nowhere.tar",
            """
            changed dry_run message directory archive upstream published fingerprint documents \
            files bytes relied_on_files relied_on_bytes manifest_sha256 elapsed_seconds
            """),
        Promise("mirror unpack /nowhere.tar /nowhere", mirroring),
        Promise("mirror prune /nowhere", "changed dry_run message directory files bytes"),
        Promise("plan -f maas.yaml", "region op kind key before after"),
        Promise(
            "apply -f maas.yaml",
            """
            changed dry_run message kind name steps import ready evidence elapsed_seconds warnings \
            notices
            """),
        Promise("export", "version settings sources"),
        Promise("mirror serve /nowhere", "url directory listen streams server configuration"),
        Promise(
            "mirror schedule /nowhere",
            "changed dry_run message directory scheduler command files"),
    ]

    @Test(arguments: promises)
    func `keeps the names of its fields`(promise: Promise) async {
        let captured = CapturedContext(
            environment: ["MAAS_URL": "http://127.0.0.1:9", "MAAS_API_KEY": "a:b:cccccccc"])
        let words = promise.line.split(separator: " ").map(String.init) + ["--json"]
        #expect(await Program(Root.self, in: captured.context).run(words) == 0)
        #expect(captured.output.text.split(separator: "\n").map(String.init) == promise.fields)
    }

    @Test func `puts the profile before the fields where several regions are meant`() async {
        let captured = CapturedContext()
        let words = ["doctor", "--all-profiles", "--json"]
        #expect(await Program(Root.self, in: captured.context).run(words) == 0)
        #expect(captured.output.text == "profile\ncheck\nlevel\nmessage\nfix\n")
    }

    /// No command that prints data is left out above.
    @Test func `covers every command that has fields`() async {
        let covered = Set(Self.promises.map(\.line))
        for command in await CommandTree.leaves() where command.help.contains("--json [<fields>]") {
            #expect(
                covered.contains { $0 == command.name || $0.hasPrefix(command.name + " ") },
                "\(command.name)")
        }
    }
}
