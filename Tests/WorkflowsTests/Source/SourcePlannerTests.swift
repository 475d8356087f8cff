import FoundationEssentials
import MAAS
import Testing
import Workflows

@Suite struct SourcePlannerTests {
    private let stable = bootSource(1, "http://images.maas.io/ephemeral-v3/stable/")
    private let held = bootSource(2, "http://mirror.example.com/", keyring: "", data: "AQID")
    private let unreadable = bootSource(
        3, "http://old.example.com/", keyring: "", data: "<memory at 0x7f>")
    private let newer = bootSource(
        4, "http://images.maas.io/ephemeral-v3/stable", name: "MAAS Stable", priority: 1)

    private func plan(
        _ version: RegionVersion, _ source: BootSource, among: [BootSource] = [],
        _ wish: SourceWish
    ) throws -> SourcePlan {
        try SourcePlanner(version: version, sources: [source] + among).update(source, wish)
    }

    // MARK: Changing one

    @Test(arguments: [
        SourceWish(), SourceWish(url: "https://images.maas.io/ephemeral-v3/stable"),
        SourceWish(keyring: .auto), SourceWish(keyring: .serverPath(KeyringChoice.debianPath)),
    ])
    func `what is so already changes nothing`(_ wish: SourceWish) throws {
        for version in Versions.logging {
            let plan = try plan(version, stable, wish)
            #expect(!plan.changesAnything)
            #expect(plan.current == stable)
        }
    }

    @Test func `a new address is stored as the version wants it`() throws {
        let wish = SourceWish(url: "http://mirror.example.com/x")
        for version in Versions.logging {
            let plan = try plan(version, stable, wish)
            #expect(plan.action == .update(stable))
            #expect(plan.change == BootSourceChange(url: "http://mirror.example.com/x/"))
        }
        let plan = try plan(Versions.v3_8, newer, wish)
        #expect(
            plan.change
                == BootSourceChange(
                    url: "http://mirror.example.com/x", skipKeyringVerification: false))
    }

    @Test func `skip_keyring_verification is sent along on 3.8 as it is`() throws {
        let skipping = bootSource(
            5, "http://mirror.example.com/x", name: "x", priority: 3, skip: true)
        let change = try plan(Versions.v3_8, skipping, SourceWish(priority: 9)).change
        #expect(change == BootSourceChange(priority: 9, skipKeyringVerification: true))
    }

    @Test func `only what differs is sent on 3.8`() throws {
        let same = SourceWish(
            name: "MAAS Stable", priority: 1, enabled: true, skipKeyringVerification: false)
        #expect(try !plan(Versions.v3_8, newer, same).changesAnything)
        let off = try plan(Versions.v3_8, newer, SourceWish(name: "MAAS Stable", enabled: false))
        #expect(off.change == BootSourceChange(enabled: false, skipKeyringVerification: false))
    }

    @Test(arguments: [
        SourceWish(name: "x"), SourceWish(priority: 1), SourceWish(enabled: true),
        SourceWish(skipKeyringVerification: false),
    ])
    func `what 3.8 brought is refused on older regions`(_ wish: SourceWish) {
        for version in Versions.logging {
            let error = workflowError { try plan(version, stable, wish) }
            #expect(error?.kind == .invalidInput)
            #expect(error?.message.contains(version.text) == true)
            var adding = wish
            adding.url = "http://mirror.example.com/x"
            #expect(
                workflowError {
                    try SourcePlanner(version: version, sources: [stable]).add(adding)
                }?.kind == .invalidInput)
        }
    }

    @Test func `an address that another source has is refused`() {
        let error = workflowError {
            try plan(
                Versions.v3_7, stable, among: [held], SourceWish(url: "http://MIRROR.example.com"))
        }
        #expect(error?.kind == .refused)
        #expect(error?.hint?.contains("maas-boot source remove 2") == true)
    }

    @Test func `a priority that another source has is refused with the next free one`() {
        let others = [2, 3, 5].map {
            bootSource($0, "http://m\($0).example.com", name: "m\($0)", priority: $0)
        }
        let error = workflowError {
            try plan(Versions.v3_8, newer, among: others, SourceWish(priority: 2))
        }
        #expect(error?.kind == .refused)
        #expect(error?.hint?.contains("is 4") == true)
        for priority in [-1, 2_147_483_648] {
            #expect(
                workflowError { try plan(Versions.v3_8, newer, SourceWish(priority: priority)) }?
                    .kind == .invalidInput)
        }
    }

    @Test(arguments: Versions.all)
    func `a path in place of stored keys makes the source anew`(_ version: RegionVersion) throws {
        let source =
            version.hasSourcePriorities
            ? bootSource(
                2, "http://mirror.example.com", keyring: "", data: "AQID", name: "Site",
                priority: 7,
                enabled: false) : held
        let plan = try plan(
            version, source, SourceWish(keyring: .serverPath("/usr/share/keyrings/site.gpg")))
        #expect(plan.action == .replace(source))
        #expect(plan.change.url == source.url)
        #expect(plan.change.keyring == .filename("/usr/share/keyrings/site.gpg"))
        #expect(plan.change.name == source.management?.name)
        #expect(plan.change.priority == source.management?.priority)
        #expect(plan.change.enabled == source.management?.enabled)
        #expect(plan.change.skipKeyringVerification == source.management?.skipKeyringVerification)
        #expect(plan.warnings.isEmpty != version.hasSourcePriorities)
    }

    @Test func `stored keys that cannot be read back are not lost by a change`() throws {
        let error = workflowError {
            try plan(Versions.v3_3, unreadable, SourceWish(url: "http://new.example.com/"))
        }
        #expect(error?.kind == .refused)
        let fresh = KeyringChoice.upload(Data([1]), from: "x.gpg")
        #expect(
            try plan(
                Versions.v3_3, unreadable,
                SourceWish(url: "http://new.example.com/", keyring: fresh)
            ).action == .update(unreadable))
    }

    @Test func `uploading keys to 3.8 is warned about`() throws {
        let wish = SourceWish(keyring: .upload(Data([1]), from: "x.gpg"))
        #expect(try plan(Versions.v3_8, newer, wish).warnings.count == 1)
        #expect(try plan(Versions.v3_7, stable, wish).warnings.isEmpty)
    }

    // MARK: Adding one

    private func added(_ version: RegionVersion, _ wish: SourceWish) throws -> SourcePlan {
        let sources = version.hasSourcePriorities ? [newer] : [stable]
        return try SourcePlanner(version: version, sources: sources).add(wish)
    }

    @Test(arguments: Versions.all)
    func `adds with the path the official source shows`(_ version: RegionVersion) throws {
        let plan = try added(
            version, SourceWish(url: "http://mirror.example.com/x", keyring: .auto))
        #expect(plan.action == .create)
        #expect(plan.change.keyring == .filename(KeyringChoice.debianPath))
        #expect(
            plan.change.skipKeyringVerification == (version.hasSourcePriorities ? false : nil))
    }

    @Test func `adding what is there just so changes nothing, otherwise it is refused`() throws {
        let url = "https://images.maas.io/ephemeral-v3/stable/"
        #expect(try !added(Versions.v3_7, SourceWish(url: url)).changesAnything)
        let error = workflowError {
            try added(Versions.v3_7, SourceWish(url: url, keyring: .serverPath("/other.gpg")))
        }
        #expect(error?.kind == .refused)
        #expect(error?.hint?.contains("source update 1") == true)
    }

    @Test func `a source without keys is added only where signatures are skipped`() throws {
        let url = "http://mirror.example.com/x"
        for version in Versions.all {
            let error = workflowError { try added(version, SourceWish(url: url)) }
            #expect(error?.kind == .invalidInput)
            #expect(error?.hint?.contains("--keyring") == true)
        }
        #expect(
            try added(Versions.v3_8, SourceWish(url: url, skipKeyringVerification: true)).change
                .skipKeyringVerification == true)
    }

    @Test func `adding checks address and priority`() {
        #expect(workflowError { try added(Versions.v3_7, SourceWish()) }?.kind == .invalidInput)
        #expect(
            workflowError {
                try added(Versions.v3_7, SourceWish(url: "http://mirror/x", keyring: .auto))
            }?.kind == .invalidInput)
        #expect(
            workflowError {
                try added(
                    Versions.v3_8,
                    SourceWish(url: "http://mirror.example.com/", keyring: .auto, priority: 1))
            }?.kind == .refused)
    }

    @Test func `a name that another source has is refused`() {
        let wish = SourceWish(
            url: "http://mirror.example.com/", keyring: .auto, name: "MAAS Stable")
        #expect(workflowError { try added(Versions.v3_8, wish) }?.kind == .refused)
        let other = bootSource(9, "http://mirror.example.com", name: "Site", priority: 3)
        #expect(
            workflowError {
                try plan(Versions.v3_8, newer, among: [other], SourceWish(name: "Site"))
            }?.kind == .refused)
    }
}
