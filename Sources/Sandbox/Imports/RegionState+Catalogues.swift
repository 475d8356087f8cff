extension RegionState {
    /// What a region does after a source is saved: it reads the catalogue anew.
    ///
    /// Up to 3.7 every source's, but not when source 1 is changed; on 3.8 only the one saved, and
    /// when that moved, its images are downloaded without `is_importing` ever showing it.
    mutating func sourceWasSaved(
        _ source: BootSource, isNew: Bool, hasMoved: Bool = false, now: Double
    ) {
        if flavour >= .v3_8 {
            noteAvailability()
            if hasMoved, importRun == nil, selections.contains(where: { $0.sourceID == source.id })
            {
                beginRun(now: now, isVisible: false)
            } else {
                orderCatalogue(of: source, now: now)
            }
        } else if isNew || source.id != 1 {
            refreshCatalogues(now: now)
        }
    }

    /// What a region does after a source is deleted.
    mutating func sourceWasDeleted(_ source: BootSource, now: Double) {
        selections.removeAll { $0.sourceID == source.id }
        caches[source.id] = nil
        stopAwaiting(source.id, now: now)
        if flavour >= .v3_8 {
            resources.removeAll { $0.sourceID == source.id && !$0.isBootloader }
        } else {
            refreshCatalogues(now: now)
            noteCommissioningRelease()
        }
    }

    /// Reads every source's catalogue (up to 3.7): not one when a keyring file is missing anywhere.
    mutating func refreshCatalogues(now: Double) {
        guard allKeyringsExist else { return }
        for source in sources { orderCatalogue(of: source, now: now) }
    }

    /// Asks for a source's catalogue, or fails at once when its keyring file is not there (3.8).
    mutating func orderCatalogue(of source: BootSource, now: Double) {
        var order = FetchOrder(source, flavour: flavour)
        order.serial = nextSerial()
        lastFetches[source.id] = order.serial
        if flavour >= .v3_8, !keyringExists(source) {
            let failure = CatalogueFailure(reason: "\(source.keyringFilename) does not exist")
            return deliver(.failed(failure), for: order, now: now)
        }
        fetchOrders.removeAll { $0.sourceID == source.id }
        fetchOrders.append(order)
    }

    /// Takes in what a fetch brought: at once for an import, else after the catalogue delay.
    ///
    /// A source that has gone or moved meanwhile is left alone, and one that was ordered anew waits
    /// for that. Up to 3.7 a signature that gpgv refuses ends an import there and then.
    mutating func deliver(_ outcome: CatalogueCache.Outcome, for order: FetchOrder, now: Double) {
        guard lastFetches[order.sourceID] == order.serial else { return }
        let isAwaited = awaited.contains(order.sourceID)
        if sources.contains(where: { $0.id == order.sourceID && $0.url == order.url }) {
            let due = isAwaited ? now : now + pace.catalogueDelay
            caches[order.sourceID, default: CatalogueCache()].pending =
                CatalogueCache.Pending(due: due, outcome: outcome)
        }
        takeInCatalogues(now: now)
        if isAwaited, endsPass(outcome) {
            importRun?.stage = .aborted
        } else {
            stopAwaiting(order.sourceID, now: now)
        }
    }

    /// Whether sources that were to be read after this one are not: up to 3.7 they are read one by
    /// one, and gpgv's refusal of one is not caught.
    func endsPass(_ outcome: CatalogueCache.Outcome) -> Bool {
        guard flavour < .v3_8, case .failed(let failure) = outcome else { return false }
        return failure.isSilent
    }

    /// Lets fetched catalogues take effect whose time has come.
    mutating func takeInCatalogues(now: Double) {
        guard !faults.contains(.noCatalogue) else { return }
        for (id, cache) in caches.sorted(by: { $0.key < $1.key }) {
            guard let pending = cache.pending, pending.due <= now else { continue }
            caches[id]?.pending = nil
            switch pending.outcome {
            case .images(let catalogue):
                caches[id]?.catalogue = catalogue
                caches[id]?.failure = nil
            case .failed(let failure): caches[id]?.failure = failure
            }
            noteFetch(of: id)
        }
    }

    private var awaited: Set<Int> {
        guard case .reading(let awaiting)? = importRun?.stage else { return [] }
        return awaiting
    }

    private mutating func stopAwaiting(_ id: Int, now: Double) {
        var awaiting = awaited
        guard awaiting.remove(id) != nil else { return }
        importRun?.stage = .reading(awaiting: awaiting)
        importRun?.ready = now
        if awaiting.isEmpty, flavour < .v3_8 { logImportStart(now: now) }
    }

    /// Imports say that they begin once every source has been looked at (up to 3.7).
    private mutating func logImportStart(now: Double) {
        log(
            "DEBUG", "Region import info",
            "Started importing of boot images from \(sources.count) source(s).", now: now)
    }
}
