/// The keys of a sample stream, each made for it alone.
enum SampleKey: String, Sendable, Hashable, CaseIterable {
    /// Signs the stream.
    case stream
    /// Belongs to somebody else and is in no keyring of the stream's.
    case other
    /// Signed the stream until it expired, at the end of 2020; still in the stream's keyring, as
    /// old keys are.
    case expired

    /// The address in the key's user id.
    var address: String { rawValue + "@example.invalid" }

    /// The lines that make GnuPG generate this key ("Unattended key generation" in its manual).
    var parameters: String {
        var lines = [
            "%no-protection", "Key-Type: EDDSA", "Key-Curve: ed25519", "Key-Usage: sign",
            "Name-Real: Sample \(rawValue) key", "Name-Email: \(address)",
        ]
        if self == .expired {
            lines += ["Creation-Date: 20200101T000000", "Expire-Date: 1y"]
        } else {
            lines += ["Expire-Date: 0"]
        }
        return (lines + ["%commit", ""]).joined(separator: "\n")
    }

    /// What signing needs beside the key's name: an expired key signs in a time when it was good.
    var signingArguments: [String] {
        self == .expired ? ["--faked-system-time", "20200601T000000!"] : []
    }
}
