package import MAAS

/// Decides whether an import has to be ordered.
package enum ImportOrder: Sendable, Equatable {
    /// Send the order. On regions up to 3.7 it is harmless to send it twice.
    case order(mayRepeat: Bool)
    /// One runs already: the order would be ignored (up to 3.7) or kill it (3.8).
    case alreadyRunning
    /// The change that was made starts the downloads by itself (3.8).
    case startsByItself

    /// - Parameters:
    ///   - importing: what the region says.
    ///   - fetching: whether an incomplete set has bytes in it: on 3.8 the only sign of downloads
    ///     that a new address started.
    ///   - changedAddress: whether a source's address was changed just before.
    package init(version: RegionVersion, importing: Bool, fetching: Bool, changedAddress: Bool) {
        guard version.hasSourcePriorities else {
            self = importing ? .alreadyRunning : .order(mayRepeat: true)
            return
        }
        if changedAddress {
            self = .startsByItself
        } else {
            self = importing || fetching ? .alreadyRunning : .order(mayRepeat: false)
        }
    }
}
