import FoundationEssentials
import MAAS
import Testing
import Workflows

@Suite struct KeyringChoiceTests {
    private let deb = bootSource(1, "http://images.maas.io/ephemeral-v3/stable/")
    private let snap = bootSource(
        2, "http://images.maas.io/ephemeral-v3/stable/", keyring: KeyringChoice.snapPath)
    private let held = bootSource(3, "http://mirror.example.com/", keyring: "", data: "AQID")
    private let bytes = Data([1, 2, 3])

    @Test func `auto takes the path that an official source shows`() throws {
        #expect(
            try KeyringChoice.auto.change(for: held, among: [held, snap])
                == .filename(KeyringChoice.snapPath))
        #expect(
            try KeyringChoice.auto.change(for: nil, among: [deb])
                == .filename(KeyringChoice.debianPath))
    }

    @Test func `auto prefers the source's own path and leaves it alone`() throws {
        #expect(try KeyringChoice.auto.change(for: snap, among: [deb, snap]) == nil)
    }

    @Test func `auto with nothing to go by names both usual paths`() {
        let error = workflowError { try KeyringChoice.auto.change(for: held, among: [held]) }
        #expect(error?.kind == .invalidInput)
        #expect(error?.hint?.contains(KeyringChoice.debianPath) == true)
        #expect(error?.hint?.contains(KeyringChoice.snapPath) == true)
    }

    @Test func `what is there already is not sent`() throws {
        #expect(
            try KeyringChoice.serverPath(KeyringChoice.debianPath).change(for: deb, among: [])
                == nil)
        #expect(try KeyringChoice.upload(bytes, from: "x").change(for: held, among: []) == nil)
        #expect(
            try KeyringChoice.upload(bytes, from: "x").change(for: deb, among: []) == .data(bytes))
        #expect(
            try KeyringChoice.serverPath("/x.gpg").change(for: held, among: [])
                == .filename("/x.gpg"))
    }
}
