extension RegionState {
    /// Lets everything happen that is due by `now`.
    package mutating func settle(now: Double) {
        takeInCatalogues(now: now)
        advanceImport(now: now)
        advanceRacks(now: now)
    }
}
