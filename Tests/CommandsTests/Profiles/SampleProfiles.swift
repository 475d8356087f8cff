import Commands
import TestSupport
import Transport

extension Profile {
    /// A profile of the name on a made-up region.
    static func sample(
        _ name: String, host: String = "h", origin: Origin = .own, hasKey: Bool = true
    ) throws -> Profile {
        Profile(
            name: name, address: try RegionAddress(parsing: "http://\(host):5240"),
            apiKey: hasKey
                ? APIKey(consumerKey: "c", tokenKey: "t", tokenSecret: "secret-of-\(name)") : nil,
            origin: origin)
    }
}

/// Where the real stores of the official CLI are.
enum MaasCLIFixture {
    static func path(_ name: String) -> String {
        let here = #filePath
        return here.split(separator: "/").dropLast(2).reduce("") { "\($0)/\($1)" }
            + "/Fixtures/maascli/\(name)"
    }
}
