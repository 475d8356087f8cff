internal import MAAS

/// What the observations of a watch have shown so far: facts only, no judgement.
struct ImportHistory: Sendable {
    /// Whether `is_importing` was ever true.
    private(set) var sawImporting = false
    /// Whether an image or `is_importing` ever changed.
    private(set) var sawMovement = false
    /// The addresses whose reading the region logged, in their comparable form.
    private(set) var sourcesRead: Set<String> = []
    /// Whether the region logged anything of an import.
    private(set) var sawEvents = false
    /// What the region's log holds against the import.
    private(set) var complaints: [String] = []
    /// When something last moved.
    private(set) var lastMovement = Duration.zero
    /// Observations without importing, in a row.
    private(set) var idlePolls = 0

    private var idleSince: Duration?
    private var first: [String: ImageState]?
    private var previous: Observation?
    /// The version of each image that was seen to come, by key.
    private var coming: [String: String] = [:]

    /// Takes in the next observation.
    mutating func note(_ observation: Observation) {
        noteImages(observation)
        noteEvents(observation.events ?? [])
        noteActivity(observation)
        previous = observation
    }

    /// Forgets the stillness seen: while a region could not be asked, anything may have happened.
    mutating func interrupt() {
        idleSince = nil
        idlePolls = 0
    }

    /// Whether anything speaks of an import since the watch began.
    var sawActivity: Bool { sawImporting || sawMovement || sawEvents }

    /// How long the region has neither said that it imports nor moved anything.
    func quiet(at elapsed: Duration) -> Duration {
        guard let idleSince else { return .zero }
        return elapsed - max(idleSince, lastMovement)
    }

    /// Whether an image was fetched during the watch, or is being fetched.
    func wasFetched(_ image: ImageState) -> Bool { coming[image.key] != nil }

    /// Whether a version came to be held completely during the watch.
    func cameComplete(_ version: String, of image: ImageState) -> Bool {
        image.completeVersions.contains(version)
            && first?[image.key]?.completeVersions.contains(version) != true
    }

    /// Images that were seen to come and are gone without having arrived: what is left when an
    /// import is stopped, killed or fails.
    func lost(from images: [ImageState]) -> [String] {
        let now = Dictionary(images.map { ($0.key, $0) }, uniquingKeysWith: { one, _ in one })
        return coming.compactMap { key, version in
            guard let image = now[key] else { return key }
            let isHere =
                !image.complete || image.completeVersions.contains(version)
                || image.completeVersions.contains { cameComplete($0, of: image) }
            return isHere ? nil : key
        }
    }

    // MARK: Taking in

    private mutating func noteImages(_ observation: Observation) {
        let now = Dictionary(
            observation.images.map { ($0.key, $0) }, uniquingKeysWith: { one, _ in one })
        let before = first ?? now
        first = before
        for (key, image) in now where !image.complete {
            // What lies unfinished from before is not coming until it moves.
            let isNew = before[key]?.version != image.version || before[key]?.complete == true
            let moves = before[key]?.arrived != image.arrived
            if isNew || moves, let version = image.version { coming[key] = version }
        }
    }

    private mutating func noteEvents(_ events: [Event]) {
        sawEvents = sawEvents || !events.isEmpty
        for event in events {
            if let address = event.sourceRead {
                sourcesRead.insert(SourceURL.comparable(address))
            } else if ["WARNING", "ERROR", "CRITICAL"].contains(event.level) {
                complaints.append(event.description)
            }
        }
    }

    private mutating func noteActivity(_ observation: Observation) {
        if let previous {
            let moved =
                previous.images != observation.images
                || previous.importing != observation.importing
            if moved {
                sawMovement = true
                lastMovement = observation.elapsed
            }
        } else {
            lastMovement = observation.elapsed
        }
        if observation.importing {
            sawImporting = true
            interrupt()
        } else {
            idleSince = idleSince ?? observation.elapsed
            idlePolls += 1
        }
    }
}

extension Event {
    /// The address of `Importing images from source: URL`, which regions up to 3.7 log when they
    /// begin to read a source whose index they could read.
    fileprivate var sourceRead: String? {
        let words = "Importing images from source: "
        guard description.hasPrefix(words) else { return nil }
        return String(description.dropFirst(words.count))
    }
}
