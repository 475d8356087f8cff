/// Something about the age or origin of metadata that its signature does not tell.
package enum TrustVerdict: Hashable, Sendable {
    /// A document older than the one accepted before. `document` is a content id, or `index`.
    case rollback(document: String, accepted: UpdatedTime, offered: UpdatedTime)
    /// The same time as before, and other content.
    case silentChange(document: String, updated: UpdatedTime)
    /// A document that was dated says no time any more.
    case undated(document: String)
    /// An index that has not changed for so many days.
    case frozen(days: Int, updated: UpdatedTime)
    /// An index from more than a day ahead: either its clock is wrong, or the one here.
    case future(updated: UpdatedTime)
    /// Another key than before.
    case keyChanged(from: Fingerprint, to: Fingerprint)
    /// Signed and verified before, and not verified now.
    case unverified(before: Fingerprint)
    /// A products file older than the index says it is.
    case mixed(contentID: String, named: UpdatedTime, found: UpdatedTime)

    /// Whether the metadata must be refused.
    package enum Severity: Hashable, Sendable {
        /// Said aloud, and used.
        case warn
        /// Not used until somebody allows it.
        case refuse
    }

    /// How grave it is under a policy.
    package func severity(under policy: TrustPolicy) -> Severity {
        switch self {
        case .rollback, .undated: policy.allowsRollback ? .warn : .refuse
        case .keyChanged(_, let key): key == policy.confirmedKey ? .warn : .refuse
        case .silentChange, .frozen, .future, .unverified, .mixed: .warn
        }
    }
}

extension TrustVerdict: CustomStringConvertible {
    package var description: String {
        switch self {
        case .rollback(let document, let accepted, let offered):
            "\(PrintableText.quote(document)) is of \(offered), older than the one accepted before"
                + " (\(accepted))"
        case .silentChange(let document, let updated):
            "\(PrintableText.quote(document)) has changed but is still dated \(updated)"
        case .undated(let document):
            "\(PrintableText.quote(document)) says no date any more"
        case .frozen(let days, let updated):
            "the index has not changed for \(days) days (\(updated))"
        case .future(let updated): "the index is dated ahead of this machine's clock (\(updated))"
        case .keyChanged(let from, let to): "the signing key changed from \(from) to \(to)"
        case .unverified(let before):
            "the signature is not verified; before, it was by key \(before)"
        case .mixed(let contentID, let named, let found):
            "the products file \(PrintableText.quote(contentID)) is of \(found), older than the"
                + " index says (\(named))"
        }
    }

    /// What to do next.
    package var hint: String {
        switch self {
        case .rollback, .undated:
            "a cache or mirror may lag behind: try later, or allow it with --allow-rollback"
        case .silentChange, .mixed: "the source may be in the midst of publishing: try later"
        case .frozen: "see whether the source is still kept up"
        case .future: "check the clock of this machine"
        case .keyChanged(_, let key):
            "ask the publisher whether the new key is theirs; if so: --confirm-key \(key)"
        case .unverified: "verify again as soon as you can"
        }
    }
}
