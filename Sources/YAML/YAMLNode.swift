/// A node of a YAML document (YAML 1.1 and 1.2): a scalar, a sequence or a mapping, and where it
/// began. What a scalar means is its reader's business; whether it was quoted is kept for that.
package struct YAMLNode: Sendable, Equatable {
    /// What a node holds. A mapping keeps its entries' order.
    package enum Content: Sendable, Equatable {
        case scalar(String, isQuoted: Bool)
        case sequence([YAMLNode])
        case mapping([YAMLEntry])
    }

    package let content: Content
    /// Where the node began; nil for one that was not read.
    package let mark: YAMLMark?

    package init(_ content: Content, at mark: YAMLMark? = nil) {
        self.content = content
        self.mark = mark
    }

    /// A scalar written without quotes.
    package static func plain(_ text: String) -> YAMLNode {
        YAMLNode(.scalar(text, isQuoted: false))
    }

    /// A scalar written in double quotes, which is text to every reader.
    package static func quoted(_ text: String) -> YAMLNode {
        YAMLNode(.scalar(text, isQuoted: true))
    }
}

/// One entry of a mapping.
package struct YAMLEntry: Sendable, Equatable {
    package let key: YAMLNode
    package let value: YAMLNode

    package init(_ key: YAMLNode, _ value: YAMLNode) {
        self.key = key
        self.value = value
    }
}

/// A place in a document, counted from 1 as editors do.
package struct YAMLMark: Sendable, Equatable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
