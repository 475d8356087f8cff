/// What a person should know about a mirror although the run goes on.
package enum MirrorWarning: Hashable, Sendable, CustomStringConvertible {
    /// The metadata is upstream's whole catalogue, and names products the mirror has not.
    case advertisesMore(products: Int)
    /// The metadata gets the site's own signature, and had another; nil while the key is to be made.
    case siteSignature(Fingerprint?)
    /// The metadata gets upstream's signature, and had the site's own.
    case upstreamSignature
    /// The signature is not checked.
    case unsigned
    /// What the age or the origin of the metadata gives cause to say.
    case trust(TrustVerdict)
    /// The new filters took the place of recorded ones.
    case partsReplaced(Int)
    /// Other parts, recorded by earlier runs, are kept up to date too.
    case otherParts(Int)
    /// Files of another tool that no part selects; they stay.
    case foreignFiles(Int)
    /// A name that was chosen and mirrored, and that upstream has nothing of any more.
    case noLongerOffered(String)
    /// An index within the index; MAAS does not read those.
    case nestedIndex(String)
    /// The page for people was not written; why.
    case pageNotWritten(String)
    /// A file that should be deleted was changed by someone; it stays.
    case leftAlone(RelativePath)

    package var description: String {
        switch self {
        case .advertisesMore(let products):
            "the metadata keeps upstream's signature and so names "
                + "\(Counted.text(products, "product")) this mirror does not hold; select in MAAS "
                + "only what it holds"
        case .siteSignature(let key):
            "the metadata is signed by this site's own key from now on"
                + (key.map { "; a region takes it with: maas-boot use URL --trust \($0)" } ?? "")
        case .upstreamSignature:
            "the metadata carries upstream's signature again; a region that checks it with this "
                + "site's key needs upstream's keyring: maas-boot use URL --keyring auto"
        case .unsigned: "signatures are not checked"
        case .trust(let verdict): verdict.description
        case .partsReplaced(let count):
            "these filters take the place of \(Counted.text(count, "set", "sets")) of filters "
                + "recorded before for the same products; --add keeps both"
        case .otherParts(let count):
            "\(Counted.text(count, "other set", "other sets")) of filters "
                + "\(count == 1 ? "was" : "were") recorded for this mirror and "
                + "\(count == 1 ? "is" : "are") kept up to date too"
        case .foreignFiles(let count):
            "\(Counted.text(count, "file")) of sstream-mirror "
                + "\(count == 1 ? "belongs" : "belong") to products no filter selects; "
                + "\(count == 1 ? "it stays" : "they stay")"
        case .noLongerOffered(let choice):
            "upstream has nothing of \(PrintableText.quote(choice)) any more"
        case .nestedIndex(let name):
            "\(PrintableText.quote(name)) is an index within the index and is not mirrored"
        case .pageNotWritten(let why): "\(MirrorPage.name) was not written: \(why)"
        case .leftAlone(let path):
            "\(path) is no longer needed, but was changed since it was mirrored; it stays"
        }
    }
}
