internal import Foundation
internal import Sandbox
package import Testing

/// A mirror in a bucket and the fixture that makes it.
package struct StoredMirror: Sendable {
    package let fixture: MirrorFixture
    package let bucket: TestBucket

    package init(_ fixture: MirrorFixture, _ bucket: TestBucket) {
        self.fixture = fixture
        self.bucket = bucket
    }

    package var place: String { "s3://\(bucket.name)/maas" }
    /// Where readers find it.
    package var url: String { "\(bucket.url)/maas/" }

    /// Runs a command from the stream to the bucket.
    package func run(_ command: String, _ words: [String]) async -> CommandRun {
        await fixture.run(
            fixture.transferring(command).dropLast() + [place] + words,
            adding: bucket.environment)
    }

    /// Runs a command on the bucket alone.
    package func look(_ command: String, _ words: String...) async -> CommandRun {
        let keyring = command == "verify" ? ["--keyring", fixture.server.keyringPath] : []
        return await fixture.run(
            ["mirror", command, place] + keyring + words, adding: bucket.environment)
    }

    /// The mirror as a reader sees it: every object of it in a directory.
    package func copy() throws -> PublishedMirror {
        let room = fixture.room.path("copy-\(UUID().uuidString)")
        for key in bucket.keys where !key.contains(".maas-boot/") {
            guard let bytes = bucket.bytes(key) else { continue }
            let file = URL(filePath: "\(room)/\(key.dropFirst("maas/".count))")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
        return PublishedMirror(room)
    }

    /// Expects that all of noble for amd64 is there and right.
    package func expectSound(at location: SourceLocation = #_sourceLocation) throws {
        let mirror = try copy()
        let newest = try mirror.newestItems().filter { $0.product.contains(":24.04:amd64") }
        #expect(!newest.isEmpty, sourceLocation: location)
        #expect(newest.filter { !mirror.isRight($0) } == [], sourceLocation: location)
    }
}
