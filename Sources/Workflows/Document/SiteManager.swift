/// What MAAS Site Manager does to the regions that it manages.
enum SiteManager {
    /// Whether an address is that of the stream a Site Manager serves; regions from 3.6 on get a
    /// source with it on enrolment, and lose it on withdrawal.
    static func manages(_ url: String) -> Bool {
        url.contains("/v1/images/latest/") && url.hasSuffix("/streams/v1/index.json")
    }
}
