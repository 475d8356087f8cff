import MAAS
import Sandbox
import Synchronization
import Testing
import Workflows

/// Whole waits against regions on real sockets, each generation, with what can go wrong.
@Suite struct ImportWatchTests {
    static let offered = ["amd64/ga-24.04": "20260801"]
    static let candidate = ["amd64/ga-24.04": "20260815"]

    @Test(arguments: MAASFlavour.allCases)
    func `an import with nothing to do is ready`(_ flavour: MAASFlavour) async throws {
        try await Lab.run(flavour) { lab in
            let baseline = try await ImportBaseline.take(lab.session)
            _ = try await ImportStarter(lab.session).start()
            let outcome = try await lab.watch(baseline)
            #expect(outcome.verdict == .ready(flavour < .v3_8 ? .importCycle : .quiet))
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `a switch is ready when the new version is there and not before`(
        _ flavour: MAASFlavour
    ) async throws {
        for offered in [nil, Self.candidate] {
            try await Lab.run(flavour) { lab in
                let baseline = try await lab.switchTo("candidate")
                let outcome = try await lab.watch(baseline, offered: offered)
                #expect(outcome.verdict == .ready(offered == nil ? .importCycle : .catalogue))
                let held = await lab.sandbox.region { state in
                    state.resources.filter { $0.name == "ubuntu/noble" }.flatMap(\.sets)
                }
                #expect(held.map(\.version) == ["20260815"])
                #expect(held.filter { !$0.isComplete }.isEmpty)
            }
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `switching back is ready when the older version is there`(
        _ flavour: MAASFlavour
    ) async throws {
        try await Lab.run(flavour) { lab in
            let there = try await lab.switchTo("candidate")
            _ = try await lab.watch(there, offered: Self.candidate)
            let back = try await lab.switchTo("stable")
            let outcome = try await lab.watch(back, offered: Self.offered)
            #expect(outcome.verdict == .ready(.catalogue))
            let held = await lab.sandbox.region { state in
                state.resources.filter { $0.name == "ubuntu/noble" }.flatMap(\.sets)
            }
            #expect(held.map(\.version).contains("20260801"))
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `what is over before the first look is ready`(_ flavour: MAASFlavour) async throws {
        try await Lab.run(flavour, faults: [.instantImport]) { lab in
            let baseline = try await lab.switchTo("candidate")
            let outcome = try await lab.watch(baseline, offered: Self.candidate)
            #expect(outcome.verdict == .ready(.catalogue))
        }
    }

    @Test(arguments: MAASFlavour.allCases, [SandboxFault.failedImport, .importFailsAtOnce])
    func `an import that fails is a failure`(
        _ flavour: MAASFlavour, _ fault: SandboxFault
    ) async throws {
        for offered in [nil, Self.candidate] {
            try await Lab.run(flavour, faults: [fault]) { lab in
                let baseline = try await lab.switchTo("candidate")
                let outcome = try await lab.watch(baseline, offered: offered)
                guard case .failed = outcome.verdict else {
                    Issue.record("\(outcome.verdict)")
                    return
                }
                #expect(outcome.elapsed < .seconds(60))
            }
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `a keyring file that is not there is a failure`(_ flavour: MAASFlavour) async throws {
        try await Lab.run(flavour) { lab in
            await lab.sandbox.region { $0.sources[0].keyringFilename = "/no/such.gpg" }
            let baseline = try await ImportBaseline.take(lab.session)
            _ = try await ImportStarter(lab.session).start()
            let outcome = try await lab.watch(baseline)
            guard case .failed(let failure) = outcome.verdict else {
                Issue.record("\(outcome.verdict)")
                return
            }
            switch failure {
            case .neverReachedSource: #expect(flavour < .v3_8)
            case .noticed: #expect(flavour == .v3_8)
            default: Issue.record("\(failure)")
            }
        }
    }

    @Test(arguments: [MAASFlavour.v3_5, .v3_7])
    func `a lost region controller is told`(_ flavour: MAASFlavour) async throws {
        try await Lab.run(flavour, faults: [.lostRegionController]) { lab in
            let baseline = try await lab.switchTo("candidate")
            let outcome = try await lab.watch(baseline, offered: Self.candidate)
            guard case .failed(.endedWithout) = outcome.verdict else {
                Issue.record("\(outcome.verdict)")
                return
            }
        }
    }

    @Test(arguments: MAASFlavour.allCases, [SandboxFault.restart, .isImportingLies])
    func `what only looks odd is followed to the end`(
        _ flavour: MAASFlavour, _ fault: SandboxFault
    ) async throws {
        for offered in [nil, Self.candidate] {
            try await Lab.run(flavour, faults: [fault]) { lab in
                let baseline = try await lab.switchTo("candidate")
                let outcome = try await lab.watch(baseline, offered: offered)
                guard case .ready = outcome.verdict else {
                    Issue.record("\(outcome.verdict)")
                    return
                }
                let left = await lab.sandbox.region { $0.resources.flatMap(\.sets) }
                #expect(left.filter { !$0.isComplete }.isEmpty)
            }
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `an import that stalls is told so`(_ flavour: MAASFlavour) async throws {
        try await Lab.run(flavour, faults: [.stalledImport]) { lab in
            let baseline = try await lab.switchTo("candidate")
            let outcome = try await lab.watch(
                baseline, offered: Self.candidate, { $0.stall = .seconds(120) })
            guard case .failed(.stalled(let missing)) = outcome.verdict else {
                Issue.record("\(outcome.verdict)")
                return
            }
            #expect(missing.map(\.name) == ["ubuntu/noble:amd64"])
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `somebody stops the import: not ready`(_ flavour: MAASFlavour) async throws {
        for offered in [nil, Self.candidate] {
            try await Lab.run(flavour) { lab in
                let baseline = try await lab.importOfCandidate()
                let stopped = Mutex(false)
                let outcome = try await lab.watch(baseline, offered: offered) { _ in
                } report: { progress in
                    guard progress.elapsed > .seconds(8),
                        stopped.withLock({ done in
                            defer { done = true }
                            return !done
                        })
                    else { return }
                    try? await lab.session.client.stopImport()
                }
                guard case .failed(.endedWithout) = outcome.verdict else {
                    Issue.record("\(outcome.verdict)")
                    return
                }
            }
        }
    }

    @Test(arguments: MAASFlavour.allCases)
    func `the deadline is kept to the second`(_ flavour: MAASFlavour) async throws {
        try await Lab.run(flavour, faults: [.stalledImport]) { lab in
            let baseline = try await lab.switchTo("candidate")
            let outcome = try await lab.watch(
                baseline, offered: Self.candidate, { $0.deadline = .seconds(33) })
            guard case .failed(.late) = outcome.verdict else {
                Issue.record("\(outcome.verdict)")
                return
            }
            #expect(outcome.elapsed >= .seconds(33))
            #expect(outcome.elapsed < .seconds(34))
        }
    }

    // MARK: Regions that cannot be asked

    @Test(arguments: [SandboxFault.unavailable(retryAfter: 1), .badGateway, .reset])
    func `a region that restarts is waited for`(_ fault: SandboxFault) async throws {
        for flavour in MAASFlavour.allCases {
            try await Lab.run(flavour) { lab in
                let baseline = try await lab.switchTo("candidate")
                let looks = Mutex(0)
                let outcome = try await lab.watch(baseline, offered: Self.candidate) { _ in
                } report: { progress in
                    let look = looks.withLock { count in
                        count += 1
                        return count
                    }
                    if look == 3 { await lab.sandbox.inject(fault) }
                    if look == 6 {
                        #expect(progress.trouble != nil)
                        await lab.sandbox.clearFaults()
                    }
                }
                #expect(outcome.verdict == .ready(.catalogue))
            }
        }
    }

    @Test func `a region that stays away ends the wait with its own trouble`() async throws {
        try await Lab.run(.v3_7) { lab in
            let baseline = try await ImportBaseline.take(lab.session)
            let goal = try await lab.goal(baseline)
            await lab.sandbox.inject(.badGateway)
            var patient = goal
            patient.stall = .seconds(30)
            let watch = ImportWatch(
                session: lab.session, goal: patient, baseline: baseline, clock: lab.clock)
            await #expect(throws: MAAS.RegionError.self) { try await watch.run { _ in } }
            patient.deadline = .seconds(10)
            let late = try await ImportWatch(
                session: lab.session, goal: patient, baseline: baseline, clock: lab.clock
            ).run { _ in }
            #expect(late.verdict == .failed(.late(patient.wanted)))
        }
    }

    @Test func `a key that is refused in the middle ends the wait at once`() async throws {
        try await Lab.run(.v3_7) { lab in
            let baseline = try await lab.switchTo("candidate")
            let looks = Mutex(0)
            await #expect {
                _ = try await lab.watch(baseline, offered: Self.candidate) { _ in
                } report: { _ in
                    looks.withLock { $0 += 1 }
                    await lab.sandbox.inject(.wrongKey)
                }
            } throws: { error in
                guard case .unauthenticated? = (error as? MAAS.RegionError)?.reason else {
                    return false
                }
                return true
            }
            #expect(looks.withLock { $0 } == 1)
        }
    }

    // MARK: What is told meanwhile

    @Test(arguments: MAASFlavour.allCases)
    func `progress counts what is fetched, from nothing to all`(
        _ flavour: MAASFlavour
    ) async throws {
        try await Lab.run(flavour) { lab in
            let baseline = try await lab.switchTo("candidate")
            let told = Mutex<[WaitProgress]>([])
            _ = try await lab.watch(baseline, offered: Self.candidate) { _ in
            } report: { progress in
                told.withLock { $0.append(progress) }
            }
            let all = told.withLock { $0 }
            #expect(all.first?.fraction == nil || all.first?.fraction == 0)
            let fractions = all.compactMap(\.fraction)
            #expect(fractions == fractions.sorted())
            #expect(fractions.last == 1)
            #expect(fractions.dropLast().allSatisfy { $0 < 1 })
            #expect(all.last?.totalBytes == 300_000_000)
        }
    }
}

extension Lab {
    /// Switches the region's only source as `use` does; returns the baseline for a wait.
    func switchTo(_ stream: String) async throws -> ImportBaseline {
        let executor = SourceExecutor(session: session, clock: clock)
        let switching = StreamSwitch(session: session, executor: executor)
        let plan = try switching.plan(
            target: try StreamTarget(stream), reference: nil, keyring: nil,
            among: try await session.client.bootSources())
        return try await switching.execute(plan, importing: nil, record: MemoryRecord()).baseline
    }

    /// Starts an import of newer images that `is_importing` shows on every generation.
    func importOfCandidate() async throws -> ImportBaseline {
        await sandbox.region { $0.sources[0].url = "http://images.maas.io/ephemeral-v3/candidate" }
        let baseline = try await ImportBaseline.take(session)
        _ = try await ImportStarter(session).start()
        return baseline
    }

    /// The goal of what is selected, without the sources' offers.
    func goal(_ baseline: ImportBaseline, expects: Bool = true) async throws -> WaitGoal {
        let sources = try await RegionStatus.Source.read(session)
        return WaitGoal(
            wanted: WantedImage.from(sources.flatMap(\.selections)), version: session.version,
            sources: Dictionary(
                uniqueKeysWithValues: sources.map { ($0.source.id, $0.source.url) }),
            expectsImport: expects, knownNotices: baseline.notices)
    }
}
