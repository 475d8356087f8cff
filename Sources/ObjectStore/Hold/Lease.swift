internal import FoundationEssentials
internal import SimpleStreams

/// Who writes to a mirror in a bucket: the content of its lock object.
struct Lease: Codable, Sendable, Equatable {
    /// Bytes in the largest one.
    static let largest = 1 << 16

    /// Tells this hold from every other.
    let owner: String
    let process: ProcessMark
    let since: Date
    /// Grows with each renewal, so that the object's entity tag changes.
    var renewals = 0

    init(owner: String, process: ProcessMark = .current, since: Date = Date()) {
        self.owner = owner
        self.process = process
        self.since = since
    }

    /// Reads a lock object; nil for what is none.
    init?(_ bytes: [UInt8]) {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        guard let lease = try? decoder.decode(Lease.self, from: Data(bytes)) else { return nil }
        self = lease
    }

    /// The content of the lock object.
    var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? Array(encoder.encode(self))) ?? []
    }

    /// The error of a mirror that somebody else writes to.
    func refusal(_ place: String, age: Duration?, _ terms: LeaseTerms) -> StoreError {
        let host = PrintableText.quote(process.host)
        let seen = age.map { ", last heard of \(Int($0 / .seconds(1))) s ago" } ?? ""
        return StoreError(
            .held,
            "another process writes to \(place): process \(process.pid) on \(host) since "
                + "\(since.formatted(.iso8601))\(seen)",
            hint: "wait for it to end, for example with --lock-wait 1h; one that died is "
                + "forgotten after \(Int(terms.lifetime / .seconds(1))) s")
    }
}
