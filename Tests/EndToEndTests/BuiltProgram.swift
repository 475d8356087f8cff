import Foundation
import Glibc

/// The binary that was built with these tests, to be ended by signals.
enum BuiltProgram {
    /// Starts the program in a group of its own, as a shell does.
    ///
    /// - Parameter adding: variables beside those of the tests.
    static func start(
        _ arguments: [String], output: String = "/dev/null", adding: [String: String] = [:]
    ) throws -> StartedProgram {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The tests' threads block signals; the program begins with none blocked and all as usual.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
        posix_spawnattr_setflags(&attributes, Int16(flags))
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(
            &actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var words = ([Programs.maasBoot] + arguments).map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        let environment = ProcessInfo.processInfo.environment.merging(adding) { $1 }
        var variables = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { variables.forEach { free($0) } }
        var process: pid_t = 0
        let error = posix_spawn(
            &process, Programs.maasBoot, &actions, &attributes, &words, &variables)
        guard error == 0 else { throw POSIXError(.init(rawValue: error) ?? .EPERM) }
        return StartedProgram(process: process)
    }
}

/// A run of the program.
struct StartedProgram {
    let process: pid_t

    func send(_ signal: Int32) {
        kill(process, signal)
    }

    /// Waits for its end: its exit status, or minus the signal that ended it.
    func end() async -> Int32 {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { [process] in
                var status: Int32 = 0
                while waitpid(process, &status, 0) < 0, errno == EINTR {}
                let signal = status & 0x7f
                continuation.resume(returning: signal == 0 ? (status >> 8) & 0xff : -signal)
            }
        }
    }
}
