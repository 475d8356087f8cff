/// Where in a JSON document something is: `$.products["com.ubuntu…"].versions["20240821"]`.
package struct JSONPlace: Hashable, Sendable, CustomStringConvertible {
    /// One step downwards.
    package enum Step: Hashable, Sendable {
        /// Into the member of an object.
        case member(String)
        /// Into the element of an array, counted from 0.
        case element(Int)
    }

    /// The steps from the whole document to the place.
    package let steps: [Step]

    /// The place those steps lead to; no steps mean the whole document.
    package init(_ steps: [Step] = []) {
        self.steps = steps
    }

    package var description: String {
        steps.reduce(into: "$") { text, step in
            switch step {
            case .element(let index): text += "[\(index)]"
            case .member(let name) where Self.isPlain(name): text += ".\(name)"
            case .member(let name): text += "[\(PrintableText.quote(name))]"
            }
        }
    }

    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
