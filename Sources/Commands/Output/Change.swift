/// What a command that changes something did, or with `--dry-run` would do.
package struct Change<Value> {
    /// Whether anything is different now, or would be.
    package let changed: Bool
    /// Whether it was only tried out.
    package let dryRun: Bool
    /// What happened, as a person would say it.
    package let message: String
    /// The thing as it is now.
    package let value: Value

    package init(changed: Bool, dryRun: Bool = false, message: String, value: Value) {
        self.changed = changed
        self.dryRun = dryRun
        self.message = message
        self.value = value
    }
}

extension Change: Sendable where Value: Sendable {}

extension Listing {
    /// The report of a change to such a thing: the fields `changed`, `dry_run` and `message`, then
    /// the thing's own; a sentence for people.
    package func asChange() -> Listing<Change<Value>> {
        Listing<Change<Value>>(
            plural: "changes",
            fields: [
                Field("changed") { .bool($0.changed) },
                Field("dry_run") { .bool($0.dryRun) },
                Field("message") { .string($0.message) },
            ] + fields.map(\.ofChange),
            columns: [
                Column("CHANGED", .identifier) { change, _ in String(change.changed) },
                Column("MESSAGE") { change, _ in change.message },
            ],
            sentence: { change, _ in change.message })
    }
}

extension Field {
    /// The same field of the thing that a change is about.
    fileprivate var ofChange: Field<Change<Value>> {
        Field<Change<Value>>(name) { value($0.value) }
    }
}
