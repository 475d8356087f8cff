/// A command whose results have named fields: what `--json` without a value lists.
protocol FieldNaming {
    static var fieldNames: [String] { get }
}
