internal import CFiles
internal import Glibc

/// What gpg reads: bytes in memory, behind a descriptor and without a name that others could open.
///
/// A pipe breaks where gpg ends before it has read all, as it does when the key is not there; then
/// the broken pipe would be heard in place of what gpg says.
enum GPGInput {
    /// Opens a file of these bytes, to be read from their first. The caller closes it.
    static func open(_ bytes: [UInt8]) throws(SigningError) -> Int32 {
        let file = memfd_create("maas-boot-gpg-input", MFD_CLOEXEC)
        guard file >= 0 else { throw refused(errno) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                let problem = errno
                close(file)
                throw refused(problem)
            }
            rest = rest.dropFirst(count)
        }
        lseek(file, 0, SEEK_SET)
        return file
    }

    private static func refused(_ number: Int32) -> SigningError {
        .place("a file in memory", said: String(cString: strerror(number)))
    }
}
