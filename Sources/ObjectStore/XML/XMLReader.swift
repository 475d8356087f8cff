internal import CExpat

/// Reads a small XML document with libexpat.
///
/// A document with a type declaration is refused: no store sends one, and entities of its own are
/// what such a declaration is misused for.
@safe
final class XMLReader {
    /// Elements within elements; answers have four.
    static let greatestDepth = 32

    private var open: [XMLElement] = []
    private var root: XMLElement?
    private var isRefused = false

    private init() {}

    /// The document's element; nil for what is no XML.
    static func read(_ bytes: [UInt8]) -> XMLElement? {
        guard let parser = unsafe XML_ParserCreate(nil) else { return nil }
        defer { unsafe XML_ParserFree(parser) }
        let reader = XMLReader()
        unsafe XML_SetUserData(parser, Unmanaged.passUnretained(reader).toOpaque())
        unsafe XML_SetElementHandler(parser, onStart, onEnd)
        unsafe XML_SetCharacterDataHandler(parser, onText)
        unsafe XML_SetStartDoctypeDeclHandler(parser, onDeclaration)
        let status = withExtendedLifetime(reader) {
            unsafe bytes.withUnsafeBytes { buffer in
                unsafe XML_Parse(
                    parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                    Int32(clamping: buffer.count), 1)
            }
        }
        guard status == XML_STATUS_OK, !reader.isRefused else { return nil }
        return reader.root
    }

    private static func reader(_ context: UnsafeMutableRawPointer?) -> XMLReader? {
        unsafe context.map { unsafe Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
    }

    private static let onStart: XML_StartElementHandler = { context, name, _ in
        guard let reader = unsafe reader(context), let name = unsafe name else { return }
        let full = unsafe String(cString: name)
        let plain = full.split(separator: ":").last.map(String.init) ?? full
        reader.isRefused = reader.isRefused || reader.open.count >= greatestDepth
        if !reader.isRefused { reader.open.append(XMLElement(name: plain)) }
    }

    private static let onEnd: XML_EndElementHandler = { context, _ in
        guard let reader = unsafe reader(context), !reader.isRefused,
            let element = reader.open.popLast()
        else { return }
        if reader.open.isEmpty {
            reader.root = element
        } else {
            reader.open[reader.open.count - 1].children.append(element)
        }
    }

    private static let onText: XML_CharacterDataHandler = { context, text, count in
        guard let reader = unsafe reader(context), let text = unsafe text,
            !reader.open.isEmpty
        else { return }
        let bytes = unsafe UnsafeRawBufferPointer(start: text, count: Int(count))
        reader.open[reader.open.count - 1].text += unsafe String(decoding: bytes, as: UTF8.self)
    }

    private static let onDeclaration: XML_StartDoctypeDeclHandler = { context, _, _, _, _ in
        unsafe reader(context)?.isRefused = true
    }
}
