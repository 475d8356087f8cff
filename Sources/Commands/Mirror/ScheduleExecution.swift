/// Carries out what was planned for a schedule, and says it.
struct ScheduleExecution: Sendable {
    let plan: SchedulePlan
    let options: ScheduleOptions
    let timer: String

    /// Writes or removes the files, and has systemd take note where it is to.
    func perform(in context: Context) async throws {
        let isLive = options.scheduler == .systemd && options.root == nil
        let manager = ServiceManager(context, isForUser: options.user)
        if isLive, options.deed == .uninstall, !plan.steps.isEmpty {
            try await manager.run("stop", timer)
        }
        for step in plan.steps { try ScheduleDisk.perform(step) }
        guard isLive else { return }
        if options.deed == .install {
            try await manager.run("daemon-reload")
            try await manager.run("start", timer)
        } else if !plan.steps.isEmpty {
            try await manager.run("daemon-reload")
        }
    }

    /// What happened, or would.
    var sentence: String {
        let count = plan.steps.count
        let would = options.dryRun ? "would be " : ""
        switch options.deed {
        case .print: return "not installed by this"
        case .install:
            return count == 0
                ? "already scheduled, unchanged"
                : "\(would)scheduled every \(options.every.defaultValueDescription)"
        case .uninstall:
            return count == 0 ? "not scheduled, unchanged" : "\(would)no longer scheduled"
        }
    }
}
