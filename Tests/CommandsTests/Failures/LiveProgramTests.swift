import Commands
import Glibc
import Testing

/// The program in a process of its own, with the real signals and streams.
@Suite struct LiveProgramTests {
    @Test func `ends with 143 when the system asks it to end`() async {
        await #expect(processExitsWith: .exitCode(143)) {
            exit(await Program(Orchard.self, in: .live()).run(["pick", "struck"]))
        }
    }

    @Test func `ends with 141 when nobody reads its output`() async {
        await #expect(processExitsWith: .exitCode(141)) {
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else { exit(1) }
            dup2(ends[1], 1)
            close(ends[0])
            exit(await Program(Orchard.self, in: .live()).run(["pick", "done"]))
        }
    }
}
