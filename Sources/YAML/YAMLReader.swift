internal import CYAML

/// Reads one YAML document through libyaml, in bounded time and memory whatever is in it.
///
/// Aliases are copied where they stand, merge keys and tags are refused, and a key that is there
/// twice is an error rather than a matter of luck.
package struct YAMLReader {
    /// Nodes a document may have once its aliases are expanded: no billion laughs.
    package static let mostNodes = 100_000
    /// How deep nodes may lie in one another.
    package static let greatestDepth = 64

    package init() {}

    /// The document's root.
    ///
    /// - Throws: `YAMLError` with the place of the first trouble.
    package func node(_ bytes: [UInt8]) throws(YAMLError) -> YAMLNode {
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        defer { unsafe parser.deallocate() }
        guard unsafe yaml_parser_initialize(parser) != 0 else {
            throw YAMLError("there is no memory left", at: nil)
        }
        defer { unsafe yaml_parser_delete(parser) }
        // libyaml reads from the bytes while events are asked for, so all of it happens in here.
        let result = unsafe bytes.withUnsafeBufferPointer {
            buffer -> Result<YAMLNode, YAMLError> in
            unsafe yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
            var events = unsafe YAMLEvents(parser: parser)
            do throws(YAMLError) {
                var builder = YAMLBuilder()
                return .success(
                    try builder.document { () throws(YAMLError) in try unsafe events.next() })
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}
