/// Progress as a JSON object a line, with the fields `time`, `event` (`stage`, `amount`, `message`),
/// `stage`, `done_bytes`, `total_bytes`, `bytes_per_second`, `remaining_seconds` and `message`.
///
/// Amounts come at most once a second, and the last one of a stage always.
struct JSONLinesRenderer: ProgressRenderer {
    private static let interval = Duration.seconds(1)

    private var lastAmount: Duration?
    private var hasToldEnd = false

    init() {}

    mutating func text(
        for event: ProgressEvent, _ state: ProgressState, _ moment: ProgressMoment
    ) -> String {
        switch event {
        case .stage:
            (lastAmount, hasToldEnd) = (nil, false)
            return line("stage", state, nil, moment)
        case .message(let text): return line("message", state, text, moment)
        case .amount(let done, let total):
            let isEnd = done == total && !hasToldEnd
            if let lastAmount, !isEnd, moment.elapsed - lastAmount < Self.interval { return "" }
            hasToldEnd = hasToldEnd || isEnd
            lastAmount = moment.elapsed
            return line("amount", state, nil, moment)
        }
    }

    mutating func textForTick(_ state: ProgressState, _ moment: ProgressMoment) -> String { "" }

    mutating func textAtEnd() -> String { "" }

    private func line(
        _ event: String, _ state: ProgressState, _ message: String?, _ moment: ProgressMoment
    ) -> String {
        let seconds = state.remaining.map { Int($0 / .seconds(1)) }
        return JSONWriter(.compact).text([
            "time": .time(moment.date),
            "event": .string(event),
            "stage": .string(orNull: state.stage),
            "done_bytes": .integer(orNull: state.done),
            "total_bytes": .integer(orNull: state.total),
            "bytes_per_second": .integer(
                orNull: state.rate.bytesPerSecond.map { Int($0.rounded()) }),
            "remaining_seconds": .integer(orNull: seconds),
            "message": .string(orNull: message),
        ]) + "\n"
    }
}
