internal import Commands
internal import Glibc

/// The executable: arguments in, exit status out.
@main
enum MaasBoot {
    static func main() async {
        let status = await Program(Root.self, in: .live()).run(
            Array(CommandLine.arguments.dropFirst()))
        exit(status)
    }
}
