/// One header field; names compare without regard to case (RFC 9110 §5.1).
package struct HTTPHeader: Sendable, Equatable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

extension [HTTPHeader] {
    /// The value of the last field of that name.
    package func value(of name: String) -> String? {
        last { $0.name.lowercased() == name.lowercased() }?.value
    }
}
