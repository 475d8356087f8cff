import SimpleStreams
import Testing

@Suite struct ContentKindTests {
    @Test(arguments: [
        ("com.ubuntu.maas:stable:v3:download", ContentKind.images),
        ("com.ubuntu.maas:daily:v2:download", .images),
        ("com.ubuntu.maas:candidate:1:bootloader-download", .bootloaders),
        ("com.ubuntu.maas:stable:centos-bases-download", .centosBases),
        ("com.ubuntu.maas:stable:v3+platform:download", .platform),
        ("com.ubuntu.cloud:released:download", .other), ("download", .other), ("", .other),
    ])
    func `a content id tells what it is about`(contentID: String, kind: ContentKind) {
        #expect(ContentKind(contentID: contentID) == kind)
    }
}
