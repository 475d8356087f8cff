internal import CCrypto

/// HMAC with SHA-1 (RFC 2104), the keyed hash of OAuth 1.0's HMAC-SHA1 method.
package enum HMACSHA1 {
    /// The 20 bytes that authenticate `message` under `key`.
    package static func authenticate(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: 20)
        unsafe code.withUnsafeMutableBufferPointer { code in
            _ = unsafe HMAC(
                EVP_sha1(), key, Int32(key.count), message, message.count, code.baseAddress, nil)
        }
        return code
    }
}
