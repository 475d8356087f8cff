/// A request's raw body on its way out.
struct BodyOutflow {
    private let bytes: [UInt8]
    private var position = 0

    /// Nothing for a request without a raw body: libcurl has the others from the start.
    init(_ body: RequestBody?) {
        if case .raw(let bytes)? = body { self.bytes = bytes } else { bytes = [] }
    }

    /// Puts the next bytes into a buffer and returns how many; 0 at the end.
    mutating func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, bytes.count - position)
        unsafe bytes.withUnsafeBytes { source in
            unsafe buffer.copyMemory(
                from: UnsafeRawBufferPointer(rebasing: source[position..<position + count]))
        }
        position += count
        return count
    }

    /// Goes to an offset; false when it is none of the body.
    mutating func seek(_ offset: Int) -> Bool {
        guard (0...bytes.count).contains(offset) else { return false }
        position = offset
        return true
    }
}
