import FoundationEssentials
import TestSupport
import Testing
import Transport

@testable import MAAS

@Suite struct BootSourceSelectionTests {
    @Test func `sends each value of a list under the same name`() {
        let values = SelectionValues(
            os: "ubuntu", release: "noble", arches: ["amd64", "arm64"], subarches: ["ga-24.04"],
            labels: ["*", "stable"])
        #expect(
            values.body
                == .form([
                    FormField("os", "ubuntu"), FormField("release", "noble"),
                    FormField("arches", "amd64"), FormField("arches", "arm64"),
                    FormField("subarches", "ga-24.04"), FormField("labels", "*"),
                    FormField("labels", "stable"),
                ]))
    }

    @Test func `takes any kernel and label unless told`() {
        let values = SelectionValues(os: "ubuntu", release: "noble", arches: ["*"])
        #expect(values.subarches == ["*"])
        #expect(values.labels == ["*"])
        #expect(values == SelectionValues(os: "ubuntu", release: "noble", arches: ["*"]))
    }

    @Test func `a selection's values are those that would make it again`() {
        #expect(SelectionValues(Samples.selection(3, of: 1)) == Samples.values)
    }

    @Test func `lists by id`() async throws {
        let item = { (id: Int) in
            #"{"id":\#(id),"boot_source_id":1,"os":"u","release":"n","arches":[],"subarches":[],"labels":[]}"#
        }
        let answer = "[\(item(9)),\(item(2))]"
        try await ScriptedExchange.run([
            ScriptedStep(.get, "boot-sources/1/selections/", .json(answer))
        ]) { exchange in
            let client = RegionClient(
                url: ScriptedExchange.region, signer: nil, exchange: exchange)
            let selections = try await client.selections(of: 1)
            #expect(selections.map(\.id) == [2, 9])
        }
    }

    @Test(arguments: [
        (RegionError.Reason.invalid([emptyCatalogue]), true),
        (.invalid([other, emptyCatalogue]), true),
        (.invalid([other]), false),
        (.invalid([.init(field: "release", message: emptyCatalogue.message)]), false),
        (.invalid([]), false),
        (.refused(text: emptyCatalogue.message), false),
        (.failed(status: 500, text: emptyCatalogue.message), false),
    ])
    func `tells the refusal that waiting can cure`(reason: RegionError.Reason, expected: Bool) {
        let error = RegionError(doing: "select", region: "r", reason)
        #expect(error.isEmptyCatalogue == expected)
    }

    /// The wrong arch and the duplicate are refused in the same recordings.
    @Test func `recorded refusals to select are told apart`() throws {
        var cured = 0
        var lasting = 0
        for exchange in try Recordings.all()
        where exchange.request.method == "POST" && exchange.request.path.hasSuffix("/selections/")
            && exchange.response.status == 400
        {
            let reason = try #require(RegionError.Reason(refusing: exchange.response))
            let isCurable = RegionError(doing: "", region: "", reason).isEmptyCatalogue
            let text = exchange.response.text
            #expect(isCurable == text.contains("has no available images"), "\(exchange)")
            if isCurable { cured += 1 } else { lasting += 1 }
        }
        #expect(cured == 36)
        #expect(lasting == 22)
    }

    private static let emptyCatalogue = RegionError.FieldMessage(
        field: "os", message: "OS ubuntu with release noble has no available images for download")
    private static let other = RegionError.FieldMessage(
        field: "arches", message: "No available images to download for ['riscv64']")
}
