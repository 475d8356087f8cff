internal import FoundationEssentials
internal import Glibc

/// Which process of which running system something is. A process that is gone can only be told from
/// another machine's by what the kernel gave: the system's boot, and its table of processes.
struct ProcessMark: Codable, Sendable, Equatable {
    let host: String
    let pid: Int32
    /// When the process started, in the kernel's ticks; tells it from a later one of its number.
    let started: String
    let boot: String
    /// The table of processes the number is of: containers have tables of their own.
    let table: String

    /// This process.
    static let current = ProcessMark(
        host: ProcessInfo.processInfo.hostName, pid: getpid(), started: start(of: getpid()) ?? "",
        boot: line("/proc/sys/kernel/random/boot_id") ?? "",
        table: (try? FileManager.default.destinationOfSymbolicLink(
            atPath: "/proc/self/ns/pid")) ?? "")

    /// Whether the process has surely ended: only told of one on the observer's own system.
    func isGone(
        seenBy observer: ProcessMark = current, start: (Int32) -> String? = ProcessMark.start
    ) -> Bool {
        guard boot == observer.boot, table == observer.table, !boot.isEmpty, !table.isEmpty,
            !started.isEmpty
        else { return false }
        return start(pid) != started
    }

    /// Field 22 of `/proc/PID/stat` (proc(5)), counted behind the name, which may hold anything.
    static func start(of pid: Int32) -> String? {
        guard let stat = line("/proc/\(pid)/stat"), let end = stat.lastIndex(of: ")") else {
            return nil
        }
        let fields = stat[stat.index(after: end)...].split(separator: " ")
        return fields.count > 19 ? String(fields[19]) : nil
    }

    private static func line(_ path: String) -> String? {
        (try? String(contentsOfFile: path, encoding: .utf8)).map {
            String($0.prefix { $0 != "\n" })
        }
    }
}
