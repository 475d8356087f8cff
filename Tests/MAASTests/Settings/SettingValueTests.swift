import TestSupport
import Testing
import Transport

@testable import MAAS

@Suite struct SettingValueTests {
    @Test(arguments: [
        ("true", SettingValue.boolean(true)), ("false", .boolean(false)), ("null", .unset),
        (#""""#, .text("")), (#""http://p:8000/""#, .text("http://p:8000/")), ("60", .number(60)),
        ("0", .number(0)), ("1", .number(1)), ("1.5", .number(1.5)), (#""true""#, .text("true")),
    ])
    func `reads`(json: String, expected: SettingValue) {
        #expect(Samples.decode(json) as SettingValue == expected)
    }

    @Test(arguments: [
        (SettingValue.boolean(true), "true"), (.boolean(false), "false"), (.unset, ""),
        (.text(""), ""), (.text("a b"), "a b"), (.number(60), "60"), (.number(-2), "-2"),
        (.number(1.5), "1.5"), (.number(1e300), "1e+300"), (.number(.infinity), "inf"),
    ])
    func `sends`(value: SettingValue, expected: String) {
        #expect(value.sent == expected)
    }

    @Test func `knows true and a text`() {
        #expect(SettingValue.boolean(true).isTrue)
        #expect(!SettingValue.text("true").isTrue)
        #expect(SettingValue.text("x").nonEmptyText == "x")
        #expect(SettingValue.text("").nonEmptyText == nil)
        #expect(SettingValue.unset.nonEmptyText == nil)
    }

    @Test func `changes a setting through the body alone`() async throws {
        let body = RequestBody.form([FormField("name", "http_proxy"), FormField("value", "")])
        try await ScriptedExchange.run([
            ScriptedStep(.post, "maas/?op=set_config", body: body, .text("OK"))
        ]) { exchange in
            let client = RegionClient(
                url: ScriptedExchange.region, signer: nil, exchange: exchange)
            try await client.set(.httpProxy, to: .unset)
        }
    }
}
