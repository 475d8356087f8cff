@testable import Commands
import Glibc
import Testing

@Suite struct ProcessTerminalTests {
    /// Both ends of a terminal without a screen.
    private struct PseudoTerminal {
        let master: Int32
        let path: String

        init() throws {
            master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
            var (number, unlocked) = (Int32(-1), Int32(0))
            // TIOCSPTLCK and TIOCGPTN of Linux, whose macros Swift does not import.
            try #require(ioctl(master, 0x4004_5431, &unlocked) == 0)
            try #require(ioctl(master, 0x8004_5430, &number) == 0)
            path = "/dev/pts/\(number)"
        }

        var echoes: Bool {
            var settings = termios()
            tcgetattr(master, &settings)
            return settings.c_lflag & tcflag_t(ECHO) != 0
        }

        func type(_ text: String) throws { try DescriptorSink(master).write(text) }

        /// Waits until this text was shown.
        func wait(for text: String) async throws {
            var shown = ""
            while !shown.contains(text) {
                shown += String(
                    decoding: try await DescriptorReader(master).read(), as: UTF8.self)
            }
        }
    }

    @Test func `reads a secret without showing it`() async throws {
        let screen = try PseudoTerminal()
        async let secret = ProcessTerminal(path: screen.path).readSecret(prompt: "API key: ")
        try await screen.wait(for: "API key: ")
        #expect(!screen.echoes)
        try screen.type("a:b:hush\n")
        #expect(try await secret == "a:b:hush")
        #expect(screen.echoes)
        close(screen.master)
    }

    @Test func `shows what is typed again after a cancellation`() async throws {
        let screen = try PseudoTerminal()
        let asking = Task {
            try await ProcessTerminal(path: screen.path).readSecret(prompt: "API key: ")
        }
        try await screen.wait(for: "API key: ")
        #expect(!screen.echoes)
        asking.cancel()
        await #expect(throws: CancellationError.self) { try await asking.value }
        #expect(screen.echoes)
        close(screen.master)
    }

    @Test func `refuses to ask where there is no terminal`() async {
        let failure = await #expect(throws: Failure.self) {
            try await ProcessTerminal(path: "/dev/null").readSecret(prompt: "API key: ")
        }
        #expect(failure?.kind == .usage)
    }

    @Test func `takes the width it is told`() {
        #expect(ProcessTerminal(columns: 132).width == 132)
    }
}
