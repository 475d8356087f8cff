/// An element of a small XML document: what an object store answers.
struct XMLElement: Sendable, Equatable {
    /// Its name, without a namespace's prefix.
    let name: String
    /// The text directly in it.
    var text = ""
    /// The elements directly in it, in their order.
    var children: [XMLElement] = []

    /// The text of the first child of a name.
    func text(of name: String) -> String? { children.first { $0.name == name }?.text }

    /// The children of a name.
    func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }
}
