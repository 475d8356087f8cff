internal import MAAS

/// What to tell a person who waits.
package struct WaitProgress: Sendable, Equatable {
    package let elapsed: Duration
    package let importing: Bool
    /// Bytes of the images that are being fetched, or were during the wait; images that were
    /// complete from the start do not count.
    package let arrivedBytes: Int
    package let totalBytes: Int
    /// Those images.
    package let images: [ImageState]
    package let missing: [WantedImage]
    /// The region could not be asked this time, and why.
    package let trouble: String?

    package init(
        elapsed: Duration, importing: Bool = false, images: [ImageState] = [],
        missing: [WantedImage], trouble: String? = nil
    ) {
        self.elapsed = elapsed
        self.importing = importing
        self.images = images
        self.missing = missing
        self.trouble = trouble
        arrivedBytes = Int(images.reduce(0) { $0 + $1.arrived })
        totalBytes = images.reduce(0) { $0 + $1.size }
    }

    init(_ observation: Observation, judge: ReadinessJudge, verdict: Verdict) {
        var missing: [WantedImage] = []
        if case .pending(let pending) = verdict { missing = pending }
        self.init(
            elapsed: observation.elapsed, importing: observation.importing,
            images: observation.images.filter(judge.isFetched), missing: missing)
    }

    /// 0 to 1; nil before the region has said how much there is.
    package var fraction: Double? {
        totalBytes > 0 ? Double(arrivedBytes) / Double(totalBytes) : nil
    }
}
