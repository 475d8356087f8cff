internal import Subprocess

/// Asks systemd whether it understands when a timer is to run.
struct CalendarCheck: Sendable {
    private let environment: Environment

    init(_ context: Context) {
        environment = context.programEnvironment
    }

    /// Refuses an expression that systemd does not understand. Where `systemd-analyze` cannot be run
    /// nobody knows better, and it passes.
    func check(_ interval: ScheduleInterval) async throws(Failure) {
        guard case .other(let text) = interval, await isRefused(text) else { return }
        throw Failure(
            .usage, "this is not an interval for systemd", received: text,
            hint: "give hour, day, week, or an OnCalendar expression such as 'Mon..Fri 04:30' "
                + "(man systemd.time)")
    }

    private func isRefused(_ text: String) async -> Bool {
        do {
            let result = try await Subprocess.run(
                .name("systemd-analyze"), arguments: ["calendar", "--", text],
                environment: environment, input: .none, output: .discarded, error: .discarded)
            return !result.terminationStatus.isSuccess
        } catch {
            return false
        }
    }
}
