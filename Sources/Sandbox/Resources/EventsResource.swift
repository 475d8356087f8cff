/// `events/`: the region's log. Nothing is written to it on 3.8.
enum EventsResource {
    static let resource = Resource(
        path: ["events"], access: .user,
        operations: [Operation(name: "query", method: "GET", permission: .user, run: query)])

    private static let largestLimit = 1000

    private static func query(
        _ state: inout RegionState, _ call: Call
    ) throws(RegionError) -> APIResponse {
        let fields = call.request.queryFields
        let limit = Int(fields["limit"] ?? "100") ?? 100
        guard limit <= largestLimit else {
            throw .badRequest(
                "Requested number of events \(limit) is greater than limit: \(largestLimit)")
        }
        let level = fields["level"] ?? "INFO"
        guard let lowest = RegionEvent.levels.firstIndex(of: level) else {
            throw .badRequest("Unrecognised log level: \(level)")
        }
        let after = fields["after"].flatMap { Int($0) } ?? 0
        let before = fields["before"].flatMap { Int($0) } ?? Int.max
        let matching = state.events.filter { event in
            event.id > after && event.id < before
                && (RegionEvent.levels.firstIndex(of: event.level) ?? 0) >= lowest
        }
        // Newest first; asked for what comes after an id, the events next to it.
        let page =
            fields["after"] == nil
            ? Array(matching.reversed().prefix(limit)) : matching.prefix(limit).reversed()
        return .json(body(page, fields, state.systemID))
    }

    private static func body(
        _ page: [RegionEvent], _ fields: FormFields, _ systemID: String
    ) -> JSONValue {
        [
            "count": .int(page.count),
            "events": .array(page.map { $0.json(systemID: systemID) }),
            "next_uri": .string(uri(fields, page.first.map { "&after=\($0.id)" } ?? "")),
            "prev_uri": page.last.map { .string(uri(fields, "&before=\($0.id)")) } ?? .null,
        ]
    }

    private static func uri(_ fields: FormFields, _ place: String) -> String {
        let kept = fields.fields.filter { !["after", "before"].contains($0.name) }
        let query = kept.map { "\($0.name)=\(PercentEncoding.encode($0.value))" }
        return "\(Router.root)events/?" + query.joined(separator: "&") + place
    }
}
