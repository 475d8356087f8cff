internal import MAAS

/// What a goal needs, measured against one observation and what was seen before it.
struct Needs {
    private let goal: WaitGoal
    private let history: ImportHistory
    private let images: [ImageState]

    init(_ goal: WaitGoal, _ history: ImportHistory, _ observation: Observation) {
        self.goal = goal
        self.history = history
        images = observation.images
    }

    /// What is not there yet, boot loaders included.
    var missing: [WantedImage] {
        let lost = Set(history.lost(from: images))
        return goal.wanted.filter { !isThere($0, lost) } + unfinished
    }

    /// Whether every image has each version that its source offers.
    var areCatalogued: Bool { !goal.wanted.isEmpty && goal.wanted.allSatisfy(isCatalogued) }

    private func isCatalogued(_ wanted: WantedImage) -> Bool {
        guard let offered = wanted.offered, !offered.isEmpty else { return false }
        return offered.allSatisfy { architecture, version in
            images.contains {
                wanted.matches($0) && $0.architecture == architecture && reaches($0, version)
            }
        }
    }

    private func isThere(_ wanted: WantedImage, _ lost: Set<String>) -> Bool {
        if isCatalogued(wanted) { return true }
        let held = images.filter(wanted.matches)
        guard !held.isEmpty, held.allSatisfy(\.complete) else { return false }
        guard !lost.contains(where: wanted.matches(key:)) else { return false }
        return !held.contains { isOutdated($0, wanted.offered?[$0.architecture]) }
    }

    /// Whether a version is held that the source offers, or a newer one that came since.
    private func reaches(_ image: ImageState, _ offered: String) -> Bool {
        image.completeVersions.contains(offered)
            || image.completeVersions.contains {
                VersionOrder.isNewer($0, than: offered) && history.cameComplete($0, of: image)
            }
    }

    /// Whether an image is left from before. One that was newer than the offer from the start is,
    /// too, when an import is to bring the offer: the source was switched back. Unless an import was
    /// seen that left it so: then the source has moved on since its catalogue was read.
    private func isOutdated(_ image: ImageState, _ offered: String?) -> Bool {
        guard let offered, !reaches(image, offered) else { return false }
        guard let version = image.version, VersionOrder.isNewer(version, than: offered) else {
            return true
        }
        let sawCycle =
            goal.version.hasSourcePriorities ? history.sawImporting : !history.sourcesRead.isEmpty
        return goal.expectsImport && !sawCycle
    }

    /// Images that are being fetched although no selection names them: boot loaders, and everything
    /// when nothing in particular is wanted. On 3.8 an orphaned boot loader can stay unfinished for
    /// ever, so there they count only once bytes were seen to come.
    private var unfinished: [WantedImage] {
        images.filter { image in
            guard !image.complete else { return false }
            guard image.isBootloader else { return goal.wanted.isEmpty }
            return !goal.version.hasSourcePriorities
                || (image.arrived > 0 && history.wasFetched(image))
        }
        .map(WantedImage.init)
    }
}
