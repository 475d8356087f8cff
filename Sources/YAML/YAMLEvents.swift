internal import CYAML

/// What libyaml found next, in Swift's values.
enum YAMLEvent {
    case streamStart, documentStart, documentEnd, streamEnd
    case scalar(String, isQuoted: Bool, anchor: String?)
    case alias(String)
    case sequenceStart(anchor: String?), sequenceEnd
    case mappingStart(anchor: String?), mappingEnd
}

/// The events of a text. The one place that takes libyaml's events apart.
@unsafe struct YAMLEvents {
    private let parser: UnsafeMutablePointer<yaml_parser_t>

    init(parser: UnsafeMutablePointer<yaml_parser_t>) {
        unsafe self.parser = unsafe parser
    }

    /// The next event and where it began.
    mutating func next() throws(YAMLError) -> (YAMLEvent, YAMLMark) {
        var event = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(parser, &event) != 0 else { throw unsafe trouble }
        defer { unsafe yaml_event_delete(&event) }
        let mark = unsafe Self.mark(event.start_mark)
        return (try unsafe Self.event(event, at: mark), mark)
    }

    private static func event(
        _ event: yaml_event_t, at mark: YAMLMark
    ) throws(YAMLError) -> YAMLEvent {
        switch unsafe event.type {
        case YAML_STREAM_START_EVENT: return .streamStart
        case YAML_DOCUMENT_START_EVENT: return .documentStart
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        case YAML_SCALAR_EVENT:
            let scalar = unsafe event.data.scalar
            try unsafe refuse(tag: scalar.tag, at: mark)
            let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            return unsafe .scalar(
                String(decoding: bytes, as: UTF8.self),
                isQuoted: scalar.style != YAML_PLAIN_SCALAR_STYLE, anchor: text(scalar.anchor))
        case YAML_ALIAS_EVENT: return unsafe .alias(text(event.data.alias.anchor) ?? "")
        case YAML_SEQUENCE_START_EVENT:
            let start = unsafe event.data.sequence_start
            try unsafe refuse(tag: start.tag, at: mark)
            return unsafe .sequenceStart(anchor: text(start.anchor))
        case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
        case YAML_MAPPING_START_EVENT:
            let start = unsafe event.data.mapping_start
            try unsafe refuse(tag: start.tag, at: mark)
            return unsafe .mappingStart(anchor: text(start.anchor))
        case YAML_MAPPING_END_EVENT: return .mappingEnd
        default: return .streamEnd
        }
    }

    private static func refuse(
        tag: UnsafeMutablePointer<yaml_char_t>?, at mark: YAMLMark
    ) throws(YAMLError) {
        guard let tag = unsafe text(tag) else { return }
        throw YAMLError("tags such as \(tag) mean nothing here", at: mark)
    }

    private static func text(_ bytes: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        unsafe bytes.map { unsafe String(cString: $0) }
    }

    private static func mark(_ mark: yaml_mark_t) -> YAMLMark {
        YAMLMark(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }

    /// What libyaml complains about.
    private var trouble: YAMLError {
        let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) }
        let context = unsafe parser.pointee.context.map { unsafe String(cString: $0) }
        let words = [problem, context].compactMap(\.self).joined(separator: ", ")
        let isReading = unsafe parser.pointee.error == YAML_READER_ERROR
        return unsafe YAMLError(
            words.isEmpty ? "this is no YAML" : words,
            at: isReading ? nil : Self.mark(parser.pointee.problem_mark))
    }
}
