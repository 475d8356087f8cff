package import MAAS

/// What the evidence says about an import so far.
package enum Verdict: Sendable, Equatable {
    /// Not decided; with what is still missing.
    case pending(missing: [WantedImage])
    case ready(Evidence)
    case failed(Failure)

    /// What shows that the images are there.
    package enum Evidence: String, Sendable {
        /// Every image has the version that its source offers.
        case catalogue
        /// A whole import was seen, from start to end, and left every image complete.
        case importCycle = "import-cycle"
        /// Every image is complete and the region did nothing for a while; it was not compared with
        /// the source.
        case quiet
    }

    /// Why the images will not come.
    package enum Failure: Sendable, Equatable {
        /// The region gave notice.
        case noticed([Notification])
        /// The import ended without these; with what the region's log says to it.
        case endedWithout([WantedImage], said: [String])
        /// The sources, as read from here, do not offer these.
        case notOffered([WantedImage])
        /// An import ended, or never began, without these sources having been read. Regions up to
        /// 3.7 say no more when one source's keyring file is not there, and then read none at all.
        case neverReachedSource([String])
        /// Nothing moved for as long as was allowed.
        case stalled([WantedImage])
        /// The deadline passed.
        case late([WantedImage], isIdle: Bool = false)
    }
}
