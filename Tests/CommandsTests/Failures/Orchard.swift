import ArgumentParser
import Commands
import Glibc

/// A root with one command that ends as the test wants.
struct Orchard: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "orchard", version: "1.2.3", subcommands: [Pick.self])
}

extension Orchard {
    struct Pick: ContextCommand {
        @Argument var ending: String
        @OptionGroup var output: OutputOptions

        func validate() throws {
            if ending == "invalid" { throw ValidationError("that is no ending") }
        }

        func run(in context: Context) async throws {
            switch ending {
            case "done": try context.standardOutput.write("picked\n")
            case "differences": throw QuietEnd(.differences)
            case "missing": throw Failure(.notFound, "no such fruit", hint: "plant it")
            case "rotten": throw Rotten()
            case "odd": throw Odd()
            case "waits": try await Task.sleep(for: .seconds(600))
            case "struck":
                kill(getpid(), SIGTERM)
                try await Task.sleep(for: .seconds(600))
            case "stubborn":
                while !Task.isCancelled { await Task.yield() }
            default: throw ExitCode(42)
            }
        }
    }

    struct Rotten: FailureConvertible {
        var failure: Failure { Failure(.verificationFailed, "it is rotten") }
    }

    struct Odd: Error, CustomStringConvertible {
        let description = "something odd"
    }
}
