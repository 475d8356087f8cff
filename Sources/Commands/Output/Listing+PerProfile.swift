/// A value together with the profile whose region it came from.
package struct PerProfile<Value> {
    package let profile: String
    package let value: Value

    package init(profile: String, value: Value) {
        self.profile = profile
        self.value = value
    }
}

extension PerProfile: Sendable where Value: Sendable {}

extension Listing {
    /// The same listing with the profile before everything else, for runs on several regions.
    package func perProfile() -> Listing<PerProfile<Value>> {
        Listing<PerProfile<Value>>(
            plural: plural,
            fields: [Field("profile") { .string($0.profile) }] + fields.map(\.perProfile),
            columns: [Column("PROFILE", .identifier) { value, _ in value.profile }]
                + columns.map(\.perProfile),
            sentence: sentencePerProfile)
    }

    private var sentencePerProfile: (@Sendable (PerProfile<Value>, Presentation) -> String)? {
        guard let sentence else { return nil }
        return { "\($0.profile): \(sentence($0.value, $1))" }
    }
}

extension Field {
    /// The same field of a value that has its profile beside it.
    fileprivate var perProfile: Field<PerProfile<Value>> {
        Field<PerProfile<Value>>(name) { value($0.value) }
    }
}

extension Column {
    /// The same column of a value that has its profile beside it.
    fileprivate var perProfile: Column<PerProfile<Value>> {
        Column<PerProfile<Value>>(
            heading, kind, onlyWhenWide: onlyWhenWide, style: { style($0.value) },
            text: { text($0.value, $1) })
    }
}
