internal import MAAS

/// What to tell a person who waits.
package struct WaitProgress: Sendable, Equatable {
    package let elapsed: Duration
    package let importing: Bool
    /// Bytes of the newest sets of the images waited for.
    package let arrivedBytes: Int
    package let totalBytes: Int
    package let images: [ImageState]
    package let missing: [WantedImage]
    /// The region could not be asked this time, and why.
    package let trouble: String?

    package init(
        elapsed: Duration, importing: Bool, arrivedBytes: Int, totalBytes: Int,
        images: [ImageState], missing: [WantedImage], trouble: String? = nil
    ) {
        self.elapsed = elapsed
        self.importing = importing
        self.arrivedBytes = arrivedBytes
        self.totalBytes = totalBytes
        self.images = images
        self.missing = missing
        self.trouble = trouble
    }

    init(_ observation: Observation, goal: WaitGoal, missing: [WantedImage]) {
        let counted = observation.images.filter { image in
            image.isBootloader || goal.wanted.isEmpty || goal.wanted.contains { $0.matches(image) }
        }
        self.init(
            elapsed: observation.elapsed, importing: observation.importing,
            arrivedBytes: Int(counted.reduce(0) { $0 + $1.arrived }),
            totalBytes: counted.reduce(0) { $0 + $1.size }, images: counted, missing: missing)
    }

    /// 0 to 1; nil before the region has said how much there is.
    package var fraction: Double? {
        totalBytes > 0 ? Double(arrivedBytes) / Double(totalBytes) : nil
    }
}
