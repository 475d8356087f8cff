extension RegionState {
    /// What a region does after a source is saved: it reads the catalogue anew.
    ///
    /// Up to 3.7 every source's, but not when source 1 is changed; 3.8 only the one saved.
    mutating func sourceWasSaved(
        _ source: BootSource, isNew: Bool, hasMoved: Bool = false, now: Double
    ) {
        if flavour >= .v3_8 {
            orderCatalogue(of: source)
        } else if isNew || source.id != 1 {
            for source in sources { orderCatalogue(of: source) }
        }
    }

    /// What a region does after a source is deleted.
    mutating func sourceWasDeleted(_ source: BootSource, now: Double) {
        selections.removeAll { $0.sourceID == source.id }
        caches[source.id] = nil
        if flavour >= .v3_8 {
            resources.removeAll { $0.sourceID == source.id && !$0.isBootloader }
        }
    }

    /// Asks for a source's catalogue.
    mutating func orderCatalogue(of source: BootSource) {
        fetchOrders.removeAll { $0.sourceID == source.id }
        fetchOrders.append(FetchOrder(sourceID: source.id, url: source.url))
    }

    /// Takes in what a fetch brought; it takes effect after the catalogue delay.
    ///
    /// A source that has gone or moved meanwhile is left alone.
    mutating func deliver(_ outcome: CatalogueCache.Outcome, for order: FetchOrder, now: Double) {
        guard sources.contains(where: { $0.id == order.sourceID && $0.url == order.url }) else {
            return
        }
        caches[order.sourceID, default: CatalogueCache()].pending =
            CatalogueCache.Pending(due: now + pace.catalogueDelay, outcome: outcome)
        settle(now: now)
    }

    /// Lets everything happen that is due by `now`.
    mutating func settle(now: Double) {
        for (id, cache) in caches {
            guard let pending = cache.pending, pending.due <= now else { continue }
            caches[id]?.pending = nil
            if case .images(let catalogue) = pending.outcome { caches[id]?.catalogue = catalogue }
        }
    }
}
