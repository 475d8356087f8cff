internal import Glibc

/// An open file or directory; it is closed when it goes away.
struct Descriptor: ~Copyable, Sendable {
    let number: Int32

    /// Takes over an open descriptor; nil for the negative number of a failed call.
    init?(_ number: Int32) {
        guard number >= 0 else { return nil }
        self.number = number
    }

    deinit {
        close(number)
    }

    /// Looks at what is open.
    func status() -> stat? {
        var status = stat()
        return fstat(number, &status) == 0 ? status : nil
    }

    /// Writes all bytes; the error number of the first write that failed, or nil.
    func write(_ bytes: borrowing RawSpan) -> Int32? {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Glibc.write(
                    number, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return count < 0 ? errno : EIO }
                rest = rest.dropFirst(count)
            }
            return nil
        }
    }

    /// Reads to the end in pieces of a megabyte, until the closure returns false; the error number
    /// of the read that failed, or nil.
    func read(_ take: (borrowing RawSpan) -> Bool) -> Int32? {
        let size = 1 << 20
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 4096)
        defer { buffer.deallocate() }
        while true {
            let count = Glibc.read(number, buffer.baseAddress, size)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return count < 0 ? errno : nil }
            let piece = UnsafeRawBufferPointer(rebasing: buffer[..<count])
            guard take(piece.bytes) else { return nil }
        }
    }
}

extension stat {
    /// Whether it is a plain file.
    var isFile: Bool { st_mode & S_IFMT == S_IFREG }

    /// Size and time of the last change.
    var item: StoredItem {
        StoredItem(
            size: Int64(st_size),
            stamp: Int64(st_mtim.tv_sec) * 1_000_000_000 + Int64(st_mtim.tv_nsec))
    }
}
