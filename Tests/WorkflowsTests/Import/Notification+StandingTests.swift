import MAAS
import TestSupport
import Testing
import Transport
import Workflows

/// The notices that real regions gave, judged.
@Suite struct NotificationStandingTests {
    /// Every recorded notice that speaks against a source, by region and the source's address.
    @Test(arguments: [
        ("3.3.9", []), ("3.5.13", []),
        ("3.7.3", ["http://127.0.0.1:5290/nothing/", "http://127.0.0.1:9/stable/"]),
    ])
    func `recorded notices up to 3.7 speak against the source they name alone`(
        _ region: String, _ addresses: [String]
    ) throws {
        let notices = try Self.recorded(region)
        #expect(!notices.isEmpty)
        for address in addresses {
            #expect(notices.contains { $0.speaks(against: [4: address]) })
            #expect(notices.contains { $0.speaks(against: [4: String(address.dropLast())]) })
        }
        #expect(!notices.contains { $0.speaks(against: [4: "http://mirror.example.com/"]) })
    }

    @Test func `recorded notices of 3.8 speak against their own source at its own address`() throws
    {
        let notices = try Self.recorded("3.8a1")
        let manifests = notices.filter { $0.ident?.contains("boot source") == true }
        #expect(manifests.count >= 2)
        for notice in manifests {
            let id = try #require(notice.ident?.firstMatch(of: /boot source (\d+)/)?.1)
            let url = try #require(notice.message.firstMatch(of: #/url (\S+)\. /#)?.1)
            let number = try #require(Int(id))
            #expect(notice.speaks(against: [number: "\(url)/"]))
            #expect(!notice.speaks(against: [number + 1: String(url)]))
            #expect(!notice.speaks(against: [number: "http://mirror.example.com/"]))
        }
        #expect(notices.contains { $0.ident == "Sync selection 39" && $0.speaks(against: [:]) })
    }

    @Test(arguments: Recordings.regions)
    func `recorded notices about other things speak against nothing`(_ region: String) throws {
        let others = try Self.recorded(region).filter { notice in
            let ident = notice.ident ?? ""
            return ident.isEmpty || ident.hasPrefix("deprecation")
                || ident.hasPrefix("commissioning_series") || ident.hasPrefix("maas-import")
        }
        #expect(!others.isEmpty)
        #expect(!others.contains { $0.speaks(against: [1: "http://127.0.0.1:5290/stable/"]) })
    }

    private static func recorded(_ region: String) throws -> [Notification] {
        try Recordings.exchanges(of: region)
            .filter {
                $0.request.method == "GET" && $0.request.path.hasSuffix("/notifications/")
                    && $0.response.status == 200
            }
            .flatMap { try Samples.decode([Notification].self, $0.response.body) }
    }
}
