/// Looks at the bytes of a path for what must not be in it.
enum PathInspection {
    /// The first fault, or nil for a safe path.
    static func firstFault(in path: String.UTF8View) -> PathRefusal.Reason? {
        if path.isEmpty { return .empty }
        if path.count > RelativePath.longestPath { return .tooLong }
        if path.first == UInt8(ascii: "/") { return .absolute }
        if let fault = characterFault(in: path) { return fault }
        for component in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        {
            if let fault = fault(inComponent: component) { return fault }
        }
        return nil
    }

    private static func characterFault(in path: String.UTF8View) -> PathRefusal.Reason? {
        // What is left of a percent form to be seen: 2 after `%`, 1 after its first digit.
        var digitsAwaited = 0
        var previous: UInt8 = 0
        for byte in path {
            switch byte {
            case 0..<0x20, 0x7F: return .controlCharacter
            case 0x80...0x9F where previous == 0xC2: return .controlCharacter
            case UInt8(ascii: "\\"): return .backslash
            case UInt8(ascii: "?"), UInt8(ascii: "#"): return .urlDelimiter
            default: break
            }
            if byte == UInt8(ascii: "%") {
                digitsAwaited = 2
            } else if digitsAwaited > 0 {
                digitsAwaited = HexadecimalDigit.value(byte) == nil ? 0 : digitsAwaited - 1
                if digitsAwaited == 0, HexadecimalDigit.value(byte) != nil { return .percentForm }
            }
            previous = byte
        }
        return nil
    }

    private static func fault(inComponent component: Substring.UTF8View) -> PathRefusal.Reason? {
        if component.isEmpty { return .emptyComponent }
        if component.count > RelativePath.longestComponent { return .longComponent }
        if component.first == UInt8(ascii: "-") { return .leadingDash }
        let isDots = component.count <= 2 && component.allSatisfy { $0 == UInt8(ascii: ".") }
        return isDots ? .dotComponent : nil
    }
}
