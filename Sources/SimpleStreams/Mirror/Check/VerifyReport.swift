/// How a mirror's files compare with its published metadata.
package struct VerifyReport: Sendable {
    /// A file that is not as it should be.
    package struct Finding: Sendable {
        /// What is wrong.
        package enum Problem: Hashable, Sendable {
            /// It is not there.
            case missing
            /// It has another size.
            case size(Int64)
            /// It has another SHA-256.
            case content
            /// It cannot be looked at: a planted link, or no permission.
            case unreadable(StoreError)
        }

        /// The file as metadata names it.
        package let file: FileEntry
        /// What is wrong.
        package let problem: Problem
    }

    /// Different files the metadata names in all.
    package let advertised: Int
    /// Those that the recorded filters select, which the mirror should hold.
    package let selected: Int
    /// Selected files that are there and right.
    package let held: Int
    /// Bytes in those.
    package let heldBytes: Int64
    /// Products the metadata names and no recorded filter selects.
    package let unselectedProducts: Int
    /// Files that are not right, in the order of the metadata.
    package let findings: [Finding]
    /// Whether contents were read and hashed, or sizes compared only.
    package let readsAll: Bool
    /// Files whose SHA-256 the store itself vouches for (`Store.vouchedDigest`), right or wrong.
    package let vouched: Int
    /// Files of the right size that were touched since the mirror last wrote or read them, and that
    /// were not read now.
    package let unproven: Int
    /// The key that signed the metadata; nil when verification was skipped.
    package let signer: Fingerprint?

    /// Whether the mirror holds all it should, and that is not nothing.
    package var isSound: Bool { findings.isEmpty && selected > 0 }
}

extension VerifyReport.Finding.Problem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing: "missing"
        case .size(let size): "wrong size (\(size) bytes)"
        case .content: "wrong sha256"
        case .unreadable(let error): error.description
        }
    }
}
