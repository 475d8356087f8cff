internal import MAAS

/// What became of one region in a run over several.
struct RegionResult<Value: Sendable>: Sendable {
    let profile: String
    let result: Result<Value, Failure>
}

/// Runs a command's work on every region that the options mean, side by side.
struct RegionRun: Sendable {
    let options: ConnectionOptions
    let context: Context
    private let dialling: RegionDialling
    /// Regions at once: a fleet of a hundred waits for its answers once, not twice.
    private let parallel = 128

    init(_ options: ConnectionOptions, in context: Context) {
        self.options = options
        self.context = context
        dialling = options.dialling(in: context)
    }

    /// Runs the work on one region or many, and prints what came of it.
    ///
    /// With one region its error is thrown as it is. With several, the values that came are printed
    /// with their profiles, and what failed is thrown as one failure that names each.
    func printing<Value: Sendable>(
        _ printer: ReportPrinter<Value>,
        _ work: @escaping @Sendable (RegionConnection) async throws -> [Value]
    ) async throws {
        let targets = try options.targets(in: context)
        guard options.namesSeveral else {
            return try printer.print(try await run(targets[0], work))
        }
        let results = await all(targets, work)
        try printer.print(
            perProfile: results.flatMap { item in
                ((try? item.result.get()) ?? []).map {
                    PerProfile(profile: item.profile, value: $0)
                }
            })
        try Self.failIfAnyFailed(results)
    }

    /// Runs the work on one region or many, and gives what came of each, in the order they were
    /// meant in. Throws only what keeps the regions from being known.
    func results<Value: Sendable>(
        _ work: @escaping @Sendable (RegionConnection) async throws -> Value
    ) async throws -> [RegionResult<Value>] {
        let results = await all(try options.targets(in: context), work)
        try Task.checkCancellation()
        return results
    }

    private func run<Value: Sendable>(
        _ target: RegionTarget, _ work: @Sendable (RegionConnection) async throws -> Value
    ) async throws -> Value {
        var region = dialling.connection(to: target)
        if options.namesSeveral { region.context.region = target.name }
        return try await work(region)
    }

    /// Every region's outcome, in the order of the targets.
    private func all<Value: Sendable>(
        _ targets: [RegionTarget],
        _ work: @escaping @Sendable (RegionConnection) async throws -> Value
    ) async -> [RegionResult<Value>] {
        await withTaskGroup(of: (Int, RegionResult<Value>).self) { group in
            var waiting = targets.enumerated().makeIterator()
            func startNext() {
                guard let (index, target) = waiting.next() else { return }
                group.addTask { (index, await outcome(target, work)) }
            }
            for _ in 0..<parallel { startNext() }
            var results: [(Int, RegionResult<Value>)] = []
            while let result = await group.next() {
                results.append(result)
                startNext()
            }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private func outcome<Value: Sendable>(
        _ target: RegionTarget, _ work: @Sendable (RegionConnection) async throws -> Value
    ) async -> RegionResult<Value> {
        do {
            return RegionResult(
                profile: target.name, result: .success(try await run(target, work)))
        } catch {
            return RegionResult(profile: target.name, result: .failure(Failure(from: error)))
        }
    }

    /// Throws the failure of the only region, or one for all that failed: of their own kind when
    /// every region failed in the same way, else "some parts failed".
    static func failIfAnyFailed<Value>(_ results: [RegionResult<Value>]) throws {
        let failed = results.compactMap { item -> (String, Failure)? in
            guard case .failure(let failure) = item.result else { return nil }
            return (item.profile, failure)
        }
        guard let first = failed.first else { return }
        guard results.count > 1 else { throw first.1 }
        let isSameForAll =
            failed.count == results.count && failed.allSatisfy { $0.1.kind == first.1.kind }
        throw Failure(
            isSameForAll ? first.1.kind : .partlyFailed,
            "\(failed.count) of \(results.count) regions failed: "
                + failed.map { "\($0.0): \($0.1.message)" }.joined(separator: "; "),
            hint: first.1.hint,
            details: [
                "failed": .array(
                    failed.map { name, failure in
                        [
                            "profile": .string(name), "code": .string(failure.kind.code),
                            "message": .string(failure.message),
                            "hint": .string(orNull: failure.hint),
                        ]
                    })
            ])
    }
}
