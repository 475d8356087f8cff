/// Every way in which a value shows itself when someone prints, logs or dumps it.
enum Shown {
    static func all(_ value: some Any) -> String {
        var dumped = ""
        dump(value, to: &dumped)
        return [dumped, "\(value)", String(reflecting: value)].joined(separator: "\n")
    }
}
