internal import CCrypto

/// A SHA-256 computed piece by piece with libcrypto, which uses the processor's own instructions
/// (decision 0002).
///
/// Not thread-safe: one owner feeds it from start to end.
@safe
package struct SHA256: ~Copyable {
    /// Bytes in a digest.
    package static let byteCount = 32

    private let context: OpaquePointer?

    /// Starts an empty hash.
    package init() {
        unsafe context = EVP_MD_CTX_new()
        precondition(
            unsafe context != nil && EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1,
            "libcrypto offers no SHA-256")
    }

    /// Adds bytes to what is hashed.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }

    /// Adds bytes to what is hashed.
    package mutating func update(_ bytes: some Sequence<UInt8>) {
        let copied = Array(bytes)
        unsafe copied.withUnsafeBytes { unsafe update($0) }
    }

    /// Ends the hash and returns its 32 bytes.
    package consuming func finalize() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Self.byteCount)
        unsafe digest.withUnsafeMutableBufferPointer { buffer in
            _ = unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
        }
        return digest
    }

    /// Hashes bytes that are all at hand.
    package static func hash(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var hasher = SHA256()
        hasher.update(bytes)
        return hasher.finalize()
    }

    deinit {
        unsafe EVP_MD_CTX_free(context)
    }
}

// It cannot be copied, so whoever holds it is alone with the context: it may change threads, and
// whoever changes it has it exclusively.
extension SHA256: @unchecked Sendable {}
