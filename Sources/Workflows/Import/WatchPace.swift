/// How long a watch pauses between two looks.
///
/// While images come, regions report sizes about every ten seconds, and a look costs a request per
/// image: then every few seconds is enough. While nothing comes, the end is to be confirmed soon.
struct WatchPace: Sendable {
    private var looks = 0
    private var busyLooks = 0

    /// Notes what was seen.
    mutating func took(_ observation: Observation) {
        looks += 1
        let isBusy = observation.importing || observation.images.contains { !$0.complete }
        busyLooks = isBusy ? busyLooks + 1 : 0
    }

    /// The pause before the next look, no longer than what is left until the deadline.
    func pause(before rest: Duration) -> Duration {
        min(wanted, max(rest, .milliseconds(100)))
    }

    private var wanted: Duration {
        switch (looks, busyLooks) {
        case (...1, _): .milliseconds(300)
        case (2, _): .milliseconds(500)
        case (_, ...3): .seconds(1)
        case (_, ...6): .seconds(2)
        default: .seconds(5)
        }
    }
}
