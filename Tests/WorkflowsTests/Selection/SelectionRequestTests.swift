import Testing
import Workflows

@Suite struct SelectionRequestTests {
    @Test(arguments: [
        ("noble", "ubuntu/noble:amd64"), ("ubuntu/noble", "ubuntu/noble:amd64"),
        ("ubuntu/noble:amd64,arm64", "ubuntu/noble:amd64,arm64"), ("noble:*", "ubuntu/noble:*"),
        ("centos/centos70:amd64", "centos/centos70:amd64"),
    ])
    func `reads what people write`(_ text: String, _ meaning: String) throws {
        #expect(try SelectionRequest(text).text == meaning)
    }

    @Test(arguments: [
        "", "/", "ubuntu/", "/noble", "ubuntu/noble:", "ubuntu/noble:amd64,", "a/b/c",
        "ubuntu /noble", "ubuntu/noble: amd64", "ubuntu/noble:,",
        "ubuntu/averylongreleasename12", "averylongoperatingsys/noble",
    ])
    func `refuses what names no images`(_ text: String) {
        #expect(workflowError { try SelectionRequest(text) }?.kind == .invalidInput)
    }
}
