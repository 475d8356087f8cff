internal import FoundationEssentials
internal import Glibc

extension Context {
    /// The real world, for the executables. Called once.
    ///
    /// From here on, writing to a closed pipe or connection is an error like another rather than
    /// the signal SIGPIPE, and as many files may be open as the system allows.
    package static func live() -> Context {
        signal(SIGPIPE, SIG_IGN)
        FileDescriptorLimit.raise()
        BufferMemory.returnWhenFreed()
        let environment = ProcessInfo.processInfo.environment
        let home = environment[.home] ?? FileManager.default.homeDirectoryForCurrentUser.path
        let output = DescriptorSink(StandardStream.output.rawValue)
        return Context(
            standardOutput: output,
            standardError: DescriptorSink(StandardStream.error.rawValue),
            standardInput: DescriptorSource(StandardStream.input.rawValue),
            terminal: ProcessTerminal(columns: environment[.columns].flatMap { Int($0) }),
            environment: environment, clock: SystemClock(),
            directories: Directories(home: home, environment: environment),
            signals: ProcessSignals(), outputBytes: output,
            inputBytes: DescriptorReader(StandardStream.input.rawValue, most: 1 << 20))
    }
}
