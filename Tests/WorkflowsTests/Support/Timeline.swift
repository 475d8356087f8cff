import MAAS
import Workflows

/// What a region shows over time, and what a judge that looks at it decides.
struct Timeline {
    /// What is_importing, images and notices show from `start` on, in seconds.
    struct Frame {
        var start: Double
        var importing = false
        var images: [ImageState] = []
        var notices: [Notification] = []
    }

    var frames: [Frame]
    /// What was logged, and when; nil where nothing is.
    var events: [(at: Double, event: Event)]?
    /// When the region could not be asked.
    var outage: Range<Double>?

    init(
        _ frames: [Frame], events: [(at: Double, event: Event)]? = nil,
        outage: Range<Double>? = nil
    ) {
        self.frames = frames
        self.events = events
        self.outage = outage
    }

    /// When the judge decided, to the second, and what.
    struct Decision: Equatable {
        var second: Int
        var verdict: Verdict
    }

    /// Looks every second until the judge decides or `end` comes.
    func decision(_ goal: WaitGoal, until end: Int = 900) -> Decision? {
        var judge = ReadinessJudge(goal)
        var last = -1.0
        for second in 0...end {
            let now = Double(second)
            if let outage, outage.contains(now) {
                judge.interrupt()
                continue
            }
            let verdict = judge.judge(observation(now, since: last))
            last = now
            if case .pending = verdict { continue }
            return Decision(second: second, verdict: verdict)
        }
        return nil
    }

    private func observation(_ now: Double, since last: Double) -> Observation {
        let frame = frames.last { $0.start <= now } ?? Frame(start: 0)
        return Observation(
            elapsed: .seconds(now), importing: frame.importing, images: frame.images,
            notices: frame.notices,
            events: events?.filter { $0.at > last && $0.at <= now }.map(\.event))
    }
}

/// An image of Ubuntu's noble, or another, with one set.
func image(
    _ version: String?, _ percent: Double = 100, release: String = "noble", arch: String = "amd64",
    subarch: String = "ga-24.04", id: Int = 1, held: Set<String> = []
) -> ImageState {
    let complete = percent == 100 && version != nil
    return ImageState(
        id: id, name: "ubuntu/\(release)", arch: arch, subarch: subarch, version: version,
        complete: complete, size: 1000, arrived: percent * 10,
        completeVersions: complete ? held.union([version ?? ""]) : held)
}

func bootloader(_ percent: Double = 100, id: Int = 90) -> ImageState {
    ImageState(
        id: id, name: "grub-efi-signed/uefi", arch: "amd64", subarch: "generic",
        isBootloader: true, version: "20210819.0", complete: percent == 100, size: 100,
        arrived: percent)
}

let mirror = "http://mirror.example.com/stable/"

/// The events of an import that gets to read its source.
func goodEvents(at second: Double = 0.5) -> [(at: Double, event: Event)] {
    [
        (second, event("Started importing of boot images from 1 source(s).", id: 1)),
        (second, event("Importing images from source: \(mirror)", id: 2)),
    ]
}

/// The goal of having noble for amd64 from one mirror.
func goal(
    _ version: RegionVersion, wanted: [WantedImage]? = nil, offered: String? = nil,
    expects: Bool = true, joins: Bool = false, known: [Notification] = []
) -> WaitGoal {
    WaitGoal(
        wanted: wanted ?? [
            WantedImage(
                os: "ubuntu", release: "noble", arch: "amd64",
                offered: offered.map { ["amd64/ga-24.04": $0] })
        ], version: version, sources: [1: mirror], expectsImport: expects, joinsImport: joins,
        knownNotices: known)
}

let noble = WantedImage(os: "ubuntu", release: "noble", arch: "amd64")
