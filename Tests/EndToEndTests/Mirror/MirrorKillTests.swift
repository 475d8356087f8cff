import Foundation
import Glibc
import Sandbox
import TestSupport
import Testing

/// The built program is killed at random instants of first syncs and updates. Afterwards a reader
/// finds every file that the published metadata names, right to the last byte; no document is torn;
/// and the next run completes. MAAS_BOOT_KILLS says how often, MAAS_BOOT_SEED which instants.
@Suite(.serialized) struct MirrorKillTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let kills = environment["MAAS_BOOT_KILLS"].flatMap { Int($0) } ?? 200
    private static let seed =
        environment["MAAS_BOOT_SEED"].flatMap { UInt64($0) } ?? .random(in: 0...(.max))

    @Test(.timeLimit(.minutes(5)))
    func `no kill at any instant tears a mirror`() async throws {
        print("seed of the kills: MAAS_BOOT_SEED=\(Self.seed)")
        try await MirrorFixture.with(.tiny) { fixture in
            // Slow enough that kills fall into transfers as well as between them.
            try fixture.server.misbehave(.slow(bytesPerSecond: 300_000), on: "*/2*/*")
            var victim = try await KillVictim(fixture, seed: Self.seed)
            for _ in 0..<Self.kills { try await victim.strike() }
            print(victim.summary)
            #expect(victim.kills == Self.kills)
            #expect(victim.landed > Self.kills / 4)
        }
    }

    @Test func `an interrupt ends a run quickly, keeps the parts and says so`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try fixture.server.misbehave(.slow(bytesPerSecond: 20_000), on: "*/squashfs")
            let said = fixture.room.path("said")
            let program = try BuiltProgram.start(
                fixture.transferring("sync") + ["--progress", "plain"], output: said)
            while !fixture.server.requests().contains(where: {
                $0.path.hasSuffix("/squashfs") && $0.bytes > 20_000
            }) {
                try await Task.sleep(for: .milliseconds(20))
            }
            let start = ContinuousClock.now
            program.send(SIGINT)
            #expect(await program.end() == 130)
            #expect(ContinuousClock.now - start < .seconds(5))
            let text = try String(contentsOf: URL(filePath: said), encoding: .utf8)
            #expect(text.contains("interrupted: what is published is unchanged"), "\(text)")
            #expect(text.contains("what came is kept"))
            let parts = try FileManager.default.contentsOfDirectory(
                atPath: fixture.mirror.path(".maas-boot/partial"))
            #expect(!parts.isEmpty)
            fixture.server.behave()
            fixture.server.clearRequests()
            #expect(try await BuiltProgram.start(fixture.transferring("sync")).end() == 0)
            #expect(fixture.server.requests().contains { $0.status == 206 })
            #expect(try fixture.mirror.items().allSatisfy(fixture.mirror.isRight))
        }
    }
}

/// The same in a bucket, where a kill also leaves a lock and uploads in parts behind.
@Suite(.serialized, .enabled(if: ObjectStoreServer.isThere, "needs .venv-moto (make setup)"))
struct StoredMirrorKillTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let kills = environment["MAAS_BOOT_STORE_KILLS"].flatMap { Int($0) } ?? 15
    private static let seed =
        environment["MAAS_BOOT_SEED"].flatMap { UInt64($0) } ?? .random(in: 0...(.max))

    @Test(.timeLimit(.minutes(5)))
    func `no kill at any instant tears a mirror in a bucket`() async throws {
        print("seed of the kills in a bucket: MAAS_BOOT_SEED=\(Self.seed)")
        try await MirrorFixture.with(.tiny) { fixture in
            let mirror = StoredMirror(fixture, try await TestBucket.make())
            var random = SeededRandom(seed: Self.seed)
            func start(_ words: [String] = []) throws -> StartedProgram {
                try BuiltProgram.start(
                    fixture.transferring("sync").dropLast() + [mirror.place] + words,
                    adding: mirror.bucket.environment)
            }
            let begin = ContinuousClock.now
            try #require(await start().end() == 0)
            let length = ContinuousClock.now - begin
            var (landed, spans) = (0, KillSpans(longest: length))
            for kill in 1...Self.kills {
                let isNew = random.next(below: 3) > 0
                if isNew { try await fixture.server.publishAgain() }
                let keeping = random.next(below: 2) == 0 ? ["--keep-days", "0"] : []
                let program = try start(keeping)
                let pause = spans[isNew ? "new" : "same"] * random.share()
                try await Task.sleep(for: pause)
                program.send(SIGKILL)
                let hasLanded = await program.end() != 0
                spans.note(isNew ? "new" : "same", pause, hasLanded: hasLanded)
                if hasLanded { landed += 1 }
                let left = try mirror.copy()
                #expect(try left.items().filter { !left.isRight($0) } == [], "kill \(kill)")
                guard random.next(below: 3) == 0 else { continue }
                // The lock of a process that is gone is no reason to wait.
                #expect(await (try start()).end() == 0, "after kill \(kill)")
                let whole = try mirror.copy()
                #expect(try whole.items().filter { !whole.isRight($0) } == [])
            }
            print("\(landed) of \(Self.kills) kills landed within runs of \(length)")
            #expect(landed > Self.kills / 4)
            #expect(await (try start()).end() == 0)
            #expect(try await mirror.bucket.unfinishedKeys() == [])
        }
    }
}

/// A mirror on which the program is killed again and again.
struct KillVictim {
    private let fixture: MirrorFixture
    private var random: SeededRandom
    /// How long an undisturbed first sync takes.
    private let length: Duration
    private var spans: KillSpans
    private(set) var kills = 0
    /// Kills that came before the program's own end.
    private(set) var landed = 0
    private var torn = 0
    private var completions = 0

    init(_ fixture: MirrorFixture, seed: UInt64) async throws {
        self.fixture = fixture
        random = SeededRandom(seed: seed)
        let start = ContinuousClock.now
        let status = try await BuiltProgram.start(fixture.transferring("sync")).end()
        try #require(status == 0)
        length = ContinuousClock.now - start
        spans = KillSpans(longest: length)
    }

    var summary: String {
        "\(landed) of \(kills) kills landed within runs of \(length); "
            + "\(completions) runs completed afterwards, \(torn) mirrors torn"
    }

    /// Kills one run, looks at what it left, and lets the next one complete now and then; else the
    /// next one is killed too.
    mutating func strike() async throws {
        var kind = "same"
        if random.next(below: 4) == 0 {
            kind = "first"
            try? FileManager.default.removeItem(atPath: fixture.directory)
        } else if random.next(below: 2) == 0 {
            kind = "new"
            try await fixture.server.publishAgain()
        }
        let keeping = random.next(below: 2) == 0 ? ["--keep-days", "0"] : []
        let program = try BuiltProgram.start(fixture.transferring("sync") + keeping)
        let pause = spans[kind] * random.share()
        try await Task.sleep(for: pause)
        program.send(SIGKILL)
        let end = await program.end()
        spans.note(kind, pause, hasLanded: end != 0)
        #expect(end == -SIGKILL || end == 0)
        kills += 1
        if end != 0 { landed += 1 }
        try look("after kill \(kills)")
        guard random.next(below: 3) == 0 else { return }
        #expect(try await BuiltProgram.start(fixture.transferring("sync")).end() == 0)
        completions += 1
        try look("completed after kill \(kills)")
        #expect(!fixture.mirror.documents.isEmpty)
    }

    /// What a reader of the mirror finds.
    private mutating func look(_ moment: String) throws {
        let wrong = try fixture.mirror.items().filter { !fixture.mirror.isRight($0) }
        for (name, bytes) in fixture.mirror.documents {
            let text = String(decoding: bytes, as: UTF8.self)
            let isWhole =
                text.hasPrefix("-----BEGIN PGP SIGNED MESSAGE-----")
                && text.hasSuffix("-----END PGP SIGNATURE-----\n")
            if !isWhole { torn += 1 }
            #expect(isWhole, "\(name) is torn \(moment)")
        }
        if !wrong.isEmpty { torn += 1 }
        #expect(wrong.isEmpty, "\(moment): \(wrong.map(\.path))")
    }
}

/// How long runs of each kind take, learnt from those that were over before their kill: a first run
/// takes longer than one that finds nothing new, and both longer on a busy machine.
struct KillSpans {
    /// What no run takes longer than, as far as is known.
    let longest: Duration
    private var spans: [String: Duration] = [:]

    init(longest: Duration) { self.longest = longest }

    subscript(kind: String) -> Duration { spans[kind] ?? longest }

    /// Takes in what became of a kill after a pause. Spans grow again, for the machine may slow down.
    mutating func note(_ kind: String, _ pause: Duration, hasLanded: Bool) {
        spans[kind] = hasLanded ? min(longest, self[kind] * 1.1) : min(self[kind], pause)
    }
}

/// Numbers that follow from a seed (SplitMix64, Steele, Lea and Flood 2014).
struct SeededRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(below bound: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }

    /// A share of a whole, from 0 on and below 1.
    mutating func share() -> Double { Double(next(below: 1000)) / 1000 }
}

extension SampleStreamConfiguration {
    /// The least that still has images, boot loaders and two publications: 11 files.
    static var tiny: SampleStreamConfiguration {
        var configuration = SampleStreamConfiguration.narrow
        configuration.scale = 1e-5
        configuration.versions = 1
        return configuration
    }
}
