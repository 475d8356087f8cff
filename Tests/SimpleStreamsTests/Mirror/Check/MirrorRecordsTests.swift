import Foundation
import Testing

@testable import SimpleStreams

/// What a mirror's own records tell: listing, pruning, metrics.
@Suite struct MirrorRecordsTests {
    typealias Sample = SampleMirrorStream

    private func state(_ bench: MirrorBench) async throws -> MirrorState {
        try #require(try await MirrorState.load(from: bench.store))
    }

    @Test func `a listing names releases, architectures, versions and sizes`() async throws {
        let bench = MirrorBench()
        try await bench.sync()
        let listing = MirrorListing(
            try await state(bench), now: bench.clock.now, policy: TrustPolicy(freezeDays: 1))
        #expect(listing.rows.map(\.release) == ["focal", "jammy", nil])
        let focal = listing.rows[0]
        #expect(focal.os == "ubuntu" && focal.arch == "amd64" && focal.subarches == ["ga"])
        #expect(focal.versions == ["20240801", "20240802"])
        #expect(focal.files == 4 && focal.bytes == 13000)
        #expect(listing.rows[2].kind == .bootloaders && listing.rows[2].os == "grub-efi-signed")
        #expect(listing.files == 9 && listing.bytes == 26700 && listing.bytesWaiting == 0)
        #expect(listing.age(at: bench.clock.now + 60) == 60)
        #expect(listing.signer == FakeVerifier.fingerprint("A"))
        let later = MirrorListing(
            try await state(bench), now: bench.clock.now + 3 * 86400,
            policy: TrustPolicy(freezeDays: 1))
        #expect(later.verdicts.contains { if case .frozen = $0 { true } else { false } })
    }

    @Test func `a prune deletes what is due and tells what waits`() async throws {
        let bench = MirrorBench()
        try await bench.sync()
        bench.upstream.stream.publish("20240803")
        try await bench.sync()
        func plan() async throws -> PrunePlan {
            try await MirrorRun.prunePlan(
                bench.store, keep: nil, options: MirrorBench.options,
                time: bench.clock.time(idleLimit: .seconds(1)))
        }
        let early = try await plan()
        #expect(early.due.isEmpty && early.waiting.count == 4)
        bench.clock.advance(86401)
        #expect(try await plan().bytesDue == 13000)
        let done = try await MirrorRun.prune(
            bench.store, keep: nil, options: MirrorBench.options,
            time: bench.clock.time(idleLimit: .seconds(1)))
        #expect(done.removed.count == 4 && done.left.isEmpty)
        #expect(!bench.exists(Sample.path("focal", "20240801")))
        try bench.expectSound([MirrorBench.everything])
    }

    @Test func `keeping fewer versions is recorded, so that the mirror stays sound`() async throws {
        let bench = MirrorBench()
        try await bench.sync()
        var options = MirrorBench.options
        options.grace = 0
        let done = try await MirrorRun.prune(
            bench.store, keep: 1, options: options,
            time: bench.clock.time(idleLimit: .seconds(1)))
        #expect(done.plan.dropped.map(\.version) == ["20240801", "20240801"])
        #expect(done.removed.count == 4)
        let report = try await MirrorVerify(
            store: bench.store, verifier: FakeVerifier(), readsAll: true
        ).verify()
        #expect(report.isSound && report.selected == 5)
        #expect(try await bench.sync(nil).plan.isUpToDate)
    }

    @Test func `a file someone changed is left alone and named`() async throws {
        let bench = MirrorBench()
        try await bench.sync()
        let old = Sample.path("focal", "20240801")
        try bench.write(old, [1, 2, 3])
        bench.upstream.stream.publish("20240803")
        var options = MirrorBench.options
        options.grace = 0
        let outcome = try await bench.sync(options: options)
        #expect(bench.bytes(old) == [1, 2, 3])
        #expect(outcome.warnings.contains(.leftAlone(try RelativePath(old))))
        #expect(!outcome.removed.contains { $0.text == old } && outcome.removed.count == 3)
    }

    @Test func `a state survives being written and read`() async throws {
        let bench = MirrorBench()
        let part = MirrorPart(
            filters: ["release=focal"], choice: Choice(arches: ["amd64"]),
            retention: try Retention(max: 2, keepsVanished: true))
        try await bench.sync(part)
        let state = try await state(bench)
        #expect(state.parts == [part] && state.files.count == 4)
        #expect(state.files.values.allSatisfy { $0.stamp != nil && $0.due == nil })
        try bench.write(".maas-boot/state.json", Array("{".utf8))
        await #expect {
            try await bench.run(part).sync()
        } throws: { error in
            guard case .store(let failure)? = error as? MirrorError else { return false }
            return failure.kind == .damaged && failure.hint != nil
        }
    }

    @Test func `metrics are in the form Prometheus reads`() {
        var metrics = MetricsText(
            mirror: "/srv/\"m\"\\", now: Date(timeIntervalSince1970: 1060),
            lastSuccess: Date(timeIntervalSince1970: 1000))
        metrics.isSound = false
        metrics.filesFailed = 2
        let label = #"{mirror="/srv/\"m\"\\"}"#
        let lines = metrics.text.split(separator: "\n")
        #expect(
            lines.filter { !$0.hasPrefix("#") }.map(String.init) == [
                "maas_boot_mirror_last_success_timestamp_seconds\(label) 1000",
                "maas_boot_mirror_age_seconds\(label) 60",
                "maas_boot_mirror_failed_files\(label) 2",
                "maas_boot_mirror_verify_success\(label) 0",
            ])
        #expect(lines.count { $0.hasPrefix("# TYPE") && $0.hasSuffix(" gauge") } == 4)
        #expect(metrics.text.hasSuffix("\n"))
    }
}
