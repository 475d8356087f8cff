internal import ArgumentParser

/// How requests to a region are signed.
package enum OAuthSignatureChoice: String, Sendable, CaseIterable, ExpressibleByArgument {
    /// HMAC-SHA1 on http, PLAINTEXT on https; never one in place of the other afterwards.
    case auto
    case hmacSHA1 = "hmac-sha1"
    case plaintext
}
