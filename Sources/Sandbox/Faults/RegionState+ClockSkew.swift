extension RegionState {
    /// By how many seconds the region's clock is wrong.
    var clockSkew: Double {
        for case .clockSkew(let seconds) in faults { return Double(seconds) }
        return 0
    }
}
