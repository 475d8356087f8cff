/// One named value of a thing, as programs read it.
package struct Field<Value>: Sendable {
    /// MAAS's own snake_case name: a promise to scripts.
    package let name: String
    package let value: @Sendable (Value) -> JSONValue

    package init(_ name: String, _ value: @escaping @Sendable (Value) -> JSONValue) {
        self.name = name
        self.value = value
    }
}
