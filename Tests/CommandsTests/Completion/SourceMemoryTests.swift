import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite struct SourceMemoryTests {
    private let home: TemporaryDirectory
    private let memory: SourceMemory

    init() throws {
        home = try TemporaryDirectory()
        memory = SourceMemory(Directories(home: home.path, environment: [:]))
    }

    private let region = "http://maas.example.com:5240/MAAS"

    @Test func `gives back what it was told of each region`() {
        memory.remember([stable, mirror], of: region)
        memory.remember([mirror], of: "https://other/MAAS")
        #expect(memory.sources(of: region) == [stable, mirror])
        #expect(memory.sources(of: "https://other/MAAS") == [mirror])
        #expect(memory.sources(of: "http://never/MAAS") == [])
    }

    @Test func `keeps its file from other users`() throws {
        memory.remember([stable], of: region)
        let directory = home.path(".cache/maas-boot/sources")
        let files = FileManager.default
        let names = try files.contentsOfDirectory(atPath: directory)
        try #require(names.count == 1)
        let file = try files.attributesOfItem(atPath: "\(directory)/\(names[0])")
        #expect(file[.posixPermissions] as? Int == 0o600)
        #expect(try files.attributesOfItem(atPath: directory)[.posixPermissions] as? Int == 0o700)
    }

    @Test func `replaces a source that changed, and drops one that went`() {
        memory.remember([stable, mirror], of: region)
        let moved = RememberedSource(id: 1, url: "http://elsewhere/")
        memory.remember(moved, of: region)
        #expect(memory.sources(of: region) == [moved, mirror])
        memory.forget(1, of: region)
        #expect(memory.sources(of: region) == [mirror])
    }

    @Test func `leaves the file alone where nothing is new`() throws {
        memory.remember([stable], of: region)
        let before = try identity()
        memory.remember([stable], of: region)
        #expect(try identity() == before)
        memory.remember([mirror], of: region)
        #expect(try identity() != before)
    }

    @Test func `never mixes up regions whose files have one name`() {
        memory.remember([stable], of: "http://a.b/MAAS")
        #expect(memory.sources(of: "http://a_b/MAAS") == [])
    }

    @Test func `does without a cache that cannot be read or written`() throws {
        let blocked = SourceMemory(Directories(home: "/dev/null", environment: [:]))
        blocked.remember([stable], of: region)
        #expect(blocked.sources(of: region) == [])
        try home.write("{", to: ".cache/maas-boot/sources/http___h_MAAS.json")
        #expect(memory.sources(of: "http://h/MAAS") == [])
    }

    /// Which file it is: a new one takes the place of an old one.
    private func identity() throws -> Int? {
        let directory = home.path(".cache/maas-boot/sources")
        let name = try FileManager.default.contentsOfDirectory(atPath: directory)[0]
        return try FileManager.default.attributesOfItem(atPath: "\(directory)/\(name)")[
            .systemFileNumber] as? Int
    }

    private let stable = RememberedSource(id: 1, url: "http://images.maas.io/stable/")
    private let mirror = RememberedSource(id: 2, url: "http://m:80/x/", name: "Mirror")
}
