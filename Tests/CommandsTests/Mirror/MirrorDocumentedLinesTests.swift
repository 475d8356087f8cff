import Sandbox
import TestSupport
import Testing

/// The two lines that the MAAS docs give for making a mirror, with only the program's name changed.
@Suite struct MirrorDocumentedLinesTests {
    @Test func `the two lines of the MAAS docs make one mirror`() async throws {
        try await MirrorFixture.with { fixture in
            let keyring = "--keyring=\(fixture.server.keyringPath)"
            let (url, directory) = (fixture.upstream, fixture.directory)
            let images = await fixture.run([
                "mirror", "sync", keyring, url, directory, "arch=amd64",
                "release~(jammy|noble)", "--max=1", "--progress",
            ])
            #expect(images.status == 0, "\(images.error)")
            let loaders = await fixture.run([
                "mirror", "sync", keyring, url, directory, "os~(grub*|pxelinux)", "--max=1",
                "--progress",
            ])
            #expect(loaders.status == 0, "\(loaders.error)")
            let held = try fixture.mirror.newestItems().filter(fixture.mirror.isRight)
            let images64 = held.filter { $0.product.contains(":amd64:") }
            #expect(images64.contains { $0.product.contains(":24.04:") })
            #expect(images64.contains { $0.product.contains(":22.04:") })
            #expect(Set(held.map(\.product)).filter { $0.contains(":1:") }.count == 4)
            #expect(!held.contains { $0.product.contains(":arm64:ga") })
        }
    }

    @Test func `either line alone keeps what the other one brought up to date`() async throws {
        try await MirrorFixture.with { fixture in
            try await fixture.made("arch=amd64", "release~(jammy|noble)", "--max=1")
            try await fixture.made("os~(grub*|pxelinux)", "--max=1")
            try await fixture.server.publishAgain()
            // What the docs of 2.1 to 2.5 leave in cron.
            let run = await fixture.sync("os~(grub*|pxelinux)", "--max=1")
            #expect(run.status == 0)
            let held = try fixture.mirror.newestItems().filter(fixture.mirror.isRight)
            #expect(held.contains { $0.product.contains(":24.04:amd64:") })
            #expect(held.contains { $0.product.contains("pxelinux") })
            #expect(run.error.contains("1 other set of filters was recorded"))
        }
    }

    @Test func `one line of its own makes a mirror that machines boot from`() async throws {
        try await MirrorFixture.with { fixture in
            let mirror = try await fixture.made("--release", "noble", "--arch", "amd64")
            let held = try mirror.newestItems().filter(mirror.isRight)
            let products = Set(held.map(\.product))
            #expect(products.contains { $0.contains("grub-efi-signed:uefi:amd64") })
            #expect(products.contains { $0.contains("pxelinux:pxe:i386") })
            #expect(products.contains { $0.contains(":24.04:amd64:") })
            #expect(!products.contains { $0.contains("arm64") || $0.contains(":22.04:") })
            let verdict = await fixture.verify("--for", "maas", "--checksum")
            #expect(verdict.status == 0, "\(verdict.output)")
        }
    }

    @Test func `says of images without boot loaders that nothing boots from them`() async throws {
        try await MirrorFixture.with { fixture in
            try await fixture.made("arch=amd64", "release=noble")
            let verdict = await fixture.verify("--for", "maas")
            #expect(verdict.status == 2)
            #expect(verdict.output.contains("the boot loader grub-efi-signed/amd64 is not"))
        }
    }

    @Test func `warns of filters that are legal and probably not meant`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let run = await fixture.sync("arch==amd64", "--dry-run")
            #expect(run.status == 7)
            #expect(run.error.contains("warning:"))
        }
    }
}
