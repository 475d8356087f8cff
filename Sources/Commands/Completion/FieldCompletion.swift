/// The names of fields, for a Tab after `--json`.
enum FieldCompletion {
    /// The list typed so far with each field that it may go on with; fields already in it are not
    /// offered again.
    static func candidates(_ line: TypedLine) -> [String] {
        guard let command = line.command as? any FieldNaming.Type else { return [] }
        let typed = line.prefix.split(separator: ",", omittingEmptySubsequences: false).dropLast()
        let start = typed.map { $0 + "," }.joined()
        let severalRegions = line.regions.all || line.regions.profiles.count > 1
        return ((severalRegions ? ["profile"] : []) + command.fieldNames)
            .filter { !typed.contains(Substring($0)) }
            .map { start + $0 }
    }
}
