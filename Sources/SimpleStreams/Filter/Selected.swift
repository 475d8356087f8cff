/// What is taken of one products file.
package struct Selected: Sendable {
    /// A version, and the items of it that pass.
    package struct Version: Sendable {
        /// The version.
        package let version: SimpleStreams.Version
        /// The items that pass; at least one.
        package let items: [Item]
    }

    /// A product, and the versions of it that are taken.
    package struct Product: Sendable {
        /// The product.
        package let product: SimpleStreams.Product
        /// The versions that are taken and that the source has, the oldest first.
        package let versions: [Version]
        /// The versions that left the source and stay because of `--keep`.
        package let keptVersions: [String]

        init(
            product: SimpleStreams.Product, offered: [Version], versionNames: [String]
        ) {
            func isNamed(_ name: String) -> Bool {
                versionNames.contains { $0.utf8.elementsEqual(name.utf8) }
            }
            self.product = product
            versions = offered.filter { isNamed($0.version.name) }
            keptVersions = versionNames.filter { name in
                !offered.contains { $0.version.name.utf8.elementsEqual(name.utf8) }
            }
        }
    }

    /// The products file.
    package let document: ProductsDocument
    /// The products of which something passes the filters, in the order of the document. With
    /// `--max 0` they have no versions.
    package let products: [Product]

    /// Whether no item at all is taken.
    package var isEmpty: Bool { products.allSatisfy(\.versions.isEmpty) }

    /// All items that are taken.
    package var items: [Item] { products.flatMap { $0.versions.flatMap(\.items) } }

    /// Adds the files of all items to a table.
    ///
    /// - Throws: the first item that is wrong, or that contradicts another.
    package func addFiles(to table: inout FileTable) throws(SelectionError) {
        for item in items {
            let file: FileEntry?
            do throws(DocumentError) {
                file = try item.file()
            } catch {
                throw .document(document.contentID, error)
            }
            guard let file else { continue }
            do throws(FileConflict) {
                try table.add(file, namedBy: item.name)
            } catch {
                throw .conflict(error)
            }
        }
    }
}

/// Why the files of a selection cannot be listed.
package enum SelectionError: Error, Hashable, CustomStringConvertible {
    /// An item of the products file is wrong.
    case document(String, DocumentError)
    /// Two items contradict one another.
    case conflict(FileConflict)

    package var description: String {
        switch self {
        case .document(let contentID, let error): "\(contentID): \(error)"
        case .conflict(let conflict): conflict.description
        }
    }

    /// What to do next.
    package var hint: String {
        switch self {
        case .document(_, let error): error.hint
        case .conflict(let conflict): conflict.hint
        }
    }
}
