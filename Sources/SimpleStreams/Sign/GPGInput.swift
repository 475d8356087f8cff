internal import CFiles
internal import Glibc

/// What gpg reads: bytes in memory, behind a descriptor and without a name that others could open.
///
/// A pipe breaks where gpg ends before it has read all, as it does when the key is not there; then
/// the broken pipe would be heard in place of what gpg says.
enum GPGInput {
    /// Opens a file of these bytes, to be read from their first.
    static func open(_ bytes: [UInt8]) throws(SigningError) -> Descriptor {
        guard let file = Descriptor(memfd_create("maas-boot-gpg-input", MFD_CLOEXEC)) else {
            throw refused(errno)
        }
        if let problem = file.write(bytes.span.bytes) { throw refused(problem) }
        lseek(file.number, 0, SEEK_SET)
        return file
    }

    private static func refused(_ number: Int32) -> SigningError {
        .place("a file in memory", said: String(cString: strerror(number)))
    }
}
