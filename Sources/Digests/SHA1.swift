internal import CCrypto

/// SHA-1, only to name OpenPGP keys: a version 4 fingerprint is one (RFC 4880 §12.2).
package enum SHA1 {
    /// Hashes bytes that are all at hand.
    package static func hash(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 20)
        unsafe digest.withUnsafeMutableBufferPointer { digest in
            _ = unsafe EVP_Digest(bytes, bytes.count, digest.baseAddress, nil, EVP_sha1(), nil)
        }
        return digest
    }
}
