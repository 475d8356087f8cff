internal import Glibc
internal import Transport

/// The profiles of the official `maas` CLI (MAAS 2.4 to 3.8), which are read and never written.
package struct OfficialProfiles: Sendable, Equatable {
    package private(set) var profiles: [Profile] = []
    /// What could not be read, and why, each in a sentence.
    package private(set) var warnings: [String] = []

    package init(profiles: [Profile] = [], warnings: [String] = []) {
        self.profiles = profiles
        self.warnings = warnings
    }

    /// Reads the stores that are there: the deb's in the home, the snap's in the home that snapd
    /// gives it. Where both have a name, the deb's counts.
    package init(home: String) {
        for directory in [home, "\(home)/snap/maas/current"] {
            add(directory: directory)
        }
    }

    private mutating func add(directory: String) {
        let path = "\(directory)/.maascli.db"
        guard access(path, F_OK) == 0 else { return }
        do {
            try PrivateFile.check(path)
            for row in try Self.rows(path) { add(row, path, directory) }
        } catch let problem as SQLiteDatabase.Problem {
            warnings.append(
                "the official CLI's profiles in \(path) are unreadable: \(problem.text)")
        } catch {
            let failure = Failure(from: error)
            warnings.append(
                "the official CLI's profiles are left out: \(failure.message)"
                    + (failure.hint.map { "; to use them: \($0)" } ?? ""))
        }
    }

    /// Name, URL, the key's three parts and the CA of each profile. A row is about 540 kB of JSON,
    /// nearly all of it a description of the API, so SQLite takes out what is wanted; once a row,
    /// for each reading of the whole takes as long as the first.
    private static func rows(_ path: String) throws -> [[String?]] {
        try SQLiteDatabase(reading: path).rows(
            """
            WITH kept AS MATERIALIZED (
                SELECT name, CASE WHEN json_valid(CAST(data AS TEXT))
                    THEN json_extract(CAST(data AS TEXT), '$.url', '$.credentials', '$.cacerts')
                    END AS parts
                FROM profiles)
            SELECT name, json_extract(parts, '$[0]'), json_extract(parts, '$[1][0]'),
                json_extract(parts, '$[1][1]'), json_extract(parts, '$[1][2]'),
                json_extract(parts, '$[2]')
            FROM kept ORDER BY name
            """)
    }

    private mutating func add(_ row: [String?], _ path: String, _ directory: String) {
        guard let name = row[0], !profiles.contains(where: { $0.name == name }) else { return }
        guard let url = row[1], let address = try? RegionAddress(parsing: url) else {
            warnings.append("the official CLI's profile \(name) in \(path) has no usable URL")
            return
        }
        profiles.append(
            Profile(
                name: name, address: address, apiKey: Self.key(row[2...4]),
                authority: Self.authority(name, row[5], directory),
                origin: .officialCLI(path: path)))
    }

    private static func key(_ parts: ArraySlice<String?>) -> APIKey? {
        try? APIKey(parsing: parts.map { $0 ?? "" }.joined(separator: ":"))
    }

    /// The certificates in `.maascli.certs/NAME.pem` win over those in the row, as they do in the
    /// official CLI (MAAS 3.2 on).
    private static func authority(
        _ name: String, _ pem: String?, _ directory: String
    ) -> CertificateAuthority? {
        let path = "\(directory)/.maascli.certs/\(name).pem"
        if !name.contains("/"), access(path, R_OK) == 0 { return .file(path: path) }
        return pem.map { .pem($0) }
    }
}
