/// Lets `--progress` stand alone, as `sstream-mirror` has it, beside `--progress MODE`.
enum ProgressArguments {
    /// The arguments with a lone `--progress` given the value it means. A word that is no mode is
    /// not its value: it is the next argument.
    static func completed(_ arguments: [String]) -> [String] {
        var completed: [String] = []
        for (index, argument) in arguments.enumerated() {
            let next = arguments.indices.contains(index + 1) ? arguments[index + 1] : nil
            let hasValue = next.map { ProgressMode(rawValue: $0) != nil } ?? false
            completed.append(
                argument == "--progress" && !hasValue ? "--progress=auto" : argument)
            if argument == "--" { return completed + arguments[(index + 1)...] }
        }
        return completed
    }
}
