/// An entry of the region's event log.
package struct RegionEvent: Sendable, Codable, Equatable {
    package var id: Int
    /// `DEBUG`, `INFO`, `WARNING`, `ERROR`, `CRITICAL` or `AUDIT`.
    package var level: String
    package var type: String
    package var description: String
    /// Seconds since the epoch.
    package var created: Double

    package init(id: Int, level: String, type: String, description: String, created: Double) {
        self.id = id
        self.level = level
        self.type = type
        self.description = description
        self.created = created
    }

    /// The levels in rising order; AUDIT lies between DEBUG and INFO (MAAS 2.5 on).
    static let levels = ["DEBUG", "AUDIT", "INFO", "WARNING", "ERROR", "CRITICAL"]

    /// What the API shows of it, logged by the region `systemID`.
    func json(systemID: String) -> JSONValue {
        [
            "username": "unknown", "node": .string(systemID), "hostname": "sandbox",
            "id": .int(id), "level": .string(level),
            "created": .string(CivilTime(secondsSinceEpoch: created).eventText),
            "type": .string(type), "description": .string(description),
        ]
    }
}
