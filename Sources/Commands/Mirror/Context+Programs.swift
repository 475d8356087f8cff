internal import Subprocess

extension Context {
    /// The environment of programs that are run for a command: the command's own.
    var programEnvironment: Environment {
        .custom(
            Dictionary(
                uniqueKeysWithValues: environment.map {
                    (Environment.Key(stringLiteral: $0), $1)
                }))
    }
}
