import Testing

@testable import Sandbox

struct StreamFaultSettingTests {
    @Test(arguments: [
        ("unsigned", StreamFaultSetting(.unsigned)),
        ("status=404@*/squashfs", StreamFaultSetting(.status(404), on: "*/squashfs")),
        (
            "silent@/ephemeral-v3/candidate/*",
            StreamFaultSetting(.silent, on: "/ephemeral-v3/candidate/*")
        ),
        ("without-release=noble", StreamFaultSetting(.withoutRelease("noble"))),
        ("item-path=../../x", StreamFaultSetting(.itemPath("../../x"))),
        ("redirect=http://a@b/x@*", StreamFaultSetting(.redirect(to: "http://a@b/x"))),
    ])
    func `reads name, value and pattern`(text: String, setting: StreamFaultSetting) throws {
        #expect(try StreamFaultSetting(text) == setting)
    }

    @Test(arguments: ["", "nope", "status", "status=x", "status=9", "unsigned=1", "slow=0", "@*"])
    func `refuses what it does not know`(text: String) {
        #expect(throws: StreamFaultSetting.Unknown(text: text)) { try StreamFaultSetting(text) }
    }

    @Test func `names are all different`() {
        let names = StreamFault.named.map(\.name)
        #expect(Set(names).count == names.count)
    }
}
