import Testing

@testable import SimpleStreams

/// Long lives of a mirror, at random but repeatable.
@Suite(.everyPlace) struct MirrorSequenceTests {
    /// SplitMix64 (Steele, Lea, Flood 2014).
    struct Chance: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var word = state
            word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
            return word ^ (word >> 31)
        }
    }

    static let parts = [
        MirrorBench.everything, MirrorBench.focal,
        MirrorPart(filters: ["release~focal|jammy"]), MirrorBench.focal,
        MirrorPart(filters: ["os~grub|ubuntu", "arch=amd64"]),
    ]

    private func disturb(_ upstream: MirrorUpstream, _ chance: inout Chance) {
        let faults: [MirrorUpstream.Fault] = [
            .breaks(after: 700), .ends(after: 900), .flips, .overlong(by: 50), .ignoresRange,
            .fails(.notFound), .fails(.temporary(retryAfter: nil)), .fails(.interrupted),
        ]
        let paths = upstream.stream.files.keys.sorted()
        for _ in 0..<Int.random(in: 0...3, using: &chance) {
            guard let path = paths.randomElement(using: &chance),
                let fault = faults.randomElement(using: &chance)
            else { continue }
            upstream.fail(path, fault, .ignoresRange)
        }
    }

    private func publish(_ upstream: MirrorUpstream, _ day: Int, _ chance: inout Chance) {
        var stream = upstream.stream
        stream.publish("202409\(day < 10 ? "0" : "")\(day)")
        if Int.random(in: 0..<4, using: &chance) == 0 {
            stream.releases =
                stream.releases.count == 2 ? ["focal", "jammy", "noble"] : ["focal", "jammy"]
        }
        stream.loaderVersions = Array((stream.loaderVersions + ["202409\(day).0"]).suffix(2))
        upstream.stream = stream
    }

    @Test(arguments: 1...6)
    func `whatever happens, published metadata is complete`(_ seed: Int) async throws {
        // A life in a bucket takes its time.
        if MirrorBench.isInBucket, seed > 3 { return }
        var chance = Chance(state: UInt64(seed))
        let bench = MirrorBench()
        var part = MirrorBench.everything
        var options = MirrorBench.options
        options.retry.attempts = 2
        options.partChange = .replace
        try await bench.sync(part, options: options)
        for day in 10...29 {
            options.grace = [0, 100, 100_000].randomElement(using: &chance) ?? 0
            bench.clock.advance(Double(Int.random(in: 0...200, using: &chance)) * 1000)
            if Bool.random(using: &chance) { publish(bench.upstream, day, &chance) }
            disturb(bench.upstream, &chance)
            let operations = Int.random(in: 0...200, using: &chance)
            let fuse = Fuse(operations: operations)
            _ = try? await bench.run(
                part, options: options, source: MortalSource(inner: bench.upstream, fuse: fuse),
                store: MortalStore(bench.store, fuse)
            ).sync()
            try bench.expectSound([part], "seed \(seed), day \(day), killed at \(operations)")
            if Int.random(in: 0..<3, using: &chance) == 0 {
                bench.upstream.heal()
                part = Self.parts.randomElement(using: &chance) ?? part
                try await bench.sync(part, options: options)
                try bench.expectSound([part], "seed \(seed), day \(day)")
            }
        }
        bench.upstream.heal()
        options.grace = 0
        try await bench.sync(part, options: options)
        bench.clock.advance(1_000_000)
        try await bench.sync(part, options: options)
        #expect(Set(bench.items) == Set(try bench.published([part]).map(\.path.text)))
    }
}
