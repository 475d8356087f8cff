import Testing
import Workflows

@Suite struct NearestNameTests {
    @Test(
        arguments: [
            ("nmae", "name"), ("NAME", "name"), ("keyring", nil),
            ("keyring_filenam", "keyring_filename"),
            ("ur", "url"), ("zzz", nil), ("", nil),
        ] as [(String, String?)])
    func `finds the name that was meant`(typed: String, name: String?) {
        let names = ["id", "name", "url", "keyring_filename"]
        #expect(NearestName.to(typed, among: names) == name)
    }
}
