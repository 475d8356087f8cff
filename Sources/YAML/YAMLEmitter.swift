internal import CYAML

/// Writes a node as a YAML document through libyaml: block style, text beyond ASCII as it is, no
/// line folded.
package struct YAMLEmitter {
    package init() {}

    /// The document, with a newline at its end.
    ///
    /// - Throws: `YAMLError` for text that YAML cannot hold.
    package func text(_ node: YAMLNode) throws(YAMLError) -> String {
        let emitter = UnsafeMutablePointer<yaml_emitter_t>.allocate(capacity: 1)
        defer { unsafe emitter.deallocate() }
        guard unsafe yaml_emitter_initialize(emitter) != 0 else { throw Self.exhausted }
        defer { unsafe yaml_emitter_delete(emitter) }
        let output = Output()
        // The output outlives every call that writes to it: the emitter goes first.
        unsafe yaml_emitter_set_output(
            emitter,
            { owner, bytes, count in
                guard let owner = unsafe owner, let bytes = unsafe bytes else { return 0 }
                let output = unsafe Unmanaged<Output>.fromOpaque(owner).takeUnretainedValue()
                unsafe output.bytes.append(
                    contentsOf: UnsafeBufferPointer(start: bytes, count: count))
                return 1
            }, Unmanaged.passUnretained(output).toOpaque())
        unsafe yaml_emitter_set_unicode(emitter, 1)
        unsafe yaml_emitter_set_width(emitter, -1)
        var events = unsafe Events(emitter: emitter)
        try unsafe events.document(node)
        return withExtendedLifetime(output) { String(decoding: output.bytes, as: UTF8.self) }
    }

    private static let exhausted = YAMLError("there is no memory left", at: nil)

    private final class Output {
        var bytes: [UInt8] = []
    }

    /// The events of a document, in libyaml's order.
    @unsafe private struct Events {
        let emitter: UnsafeMutablePointer<yaml_emitter_t>

        mutating func document(_ node: YAMLNode) throws(YAMLError) {
            try unsafe emit { unsafe yaml_stream_start_event_initialize($0, YAML_UTF8_ENCODING) }
            try unsafe emit {
                unsafe yaml_document_start_event_initialize($0, nil, nil, nil, 1)
            }
            try unsafe self.node(node)
            try unsafe emit { unsafe yaml_document_end_event_initialize($0, 1) }
            try unsafe emit { unsafe yaml_stream_end_event_initialize($0) }
        }

        private func node(_ node: YAMLNode) throws(YAMLError) {
            switch node.content {
            case .scalar(let text, let isQuoted): try unsafe scalar(text, isQuoted: isQuoted)
            case .sequence(let nodes):
                try unsafe emit {
                    unsafe yaml_sequence_start_event_initialize(
                        $0, nil, nil, 1, YAML_BLOCK_SEQUENCE_STYLE)
                }
                for node in nodes { try unsafe self.node(node) }
                try unsafe emit { unsafe yaml_sequence_end_event_initialize($0) }
            case .mapping(let entries):
                try unsafe emit {
                    unsafe yaml_mapping_start_event_initialize(
                        $0, nil, nil, 1, YAML_BLOCK_MAPPING_STYLE)
                }
                for entry in entries {
                    try unsafe self.node(entry.key)
                    try unsafe self.node(entry.value)
                }
                try unsafe emit { unsafe yaml_mapping_end_event_initialize($0) }
            }
        }

        private func scalar(_ text: String, isQuoted: Bool) throws(YAMLError) {
            var bytes = Array(text.utf8)
            let count = Int32(bytes.count)
            let style = isQuoted ? YAML_DOUBLE_QUOTED_SCALAR_STYLE : YAML_PLAIN_SCALAR_STYLE
            // libyaml takes no null pointer for empty text.
            bytes.append(0)
            try unsafe emit { event in
                unsafe bytes.withUnsafeBufferPointer { buffer in
                    unsafe yaml_scalar_event_initialize(
                        event, nil, nil, buffer.baseAddress, count, 1, 1, style)
                }
            }
        }

        /// Makes an event and hands it to the emitter, which releases it.
        private func emit(
            _ make: (UnsafeMutablePointer<yaml_event_t>) -> Int32
        ) throws(YAMLError) {
            var event = unsafe yaml_event_t()
            guard unsafe make(&event) != 0 else {
                throw YAMLError("this text is not UTF-8", at: nil)
            }
            guard unsafe yaml_emitter_emit(emitter, &event) != 0 else {
                let problem = unsafe emitter.pointee.problem.map { unsafe String(cString: $0) }
                throw YAMLError(problem ?? "the document cannot be written", at: nil)
            }
        }
    }
}
