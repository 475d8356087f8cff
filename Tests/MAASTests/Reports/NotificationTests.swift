import FoundationEssentials
import TestSupport
import Testing
import Transport

@testable import MAAS

@Suite struct NotificationTests {
    @Test(
        arguments: [
            ("Image importer", true), ("Image synchronization", true),
            ("maas-import-pxe-files script", true), ("commissioning_series_unselected", true),
            ("commissioning_series_unavailable", true),
            ("Image manifest fetcher (boot source 12)", true),
            ("Sync selection 39", true), ("Boot sources availability", true),
            ("bootresources_export_from_db", true),
            ("commissioning_release_deprecated", false), ("deprecation_MD5_admins", false),
            ("dhcp_disabled_all_vlans", false), ("", false), ("image importer", false),
            (nil, false),
        ] as [(String?, Bool)])
    func `knows the notices about images`(ident: String?, expected: Bool) {
        let notice = Notification(id: 1, ident: ident, category: "error", message: "")
        #expect(notice.isAboutImages == expected)
    }

    @Test func `every recorded ident is one of those`() throws {
        var about: Set<String> = []
        var other: Set<String> = []
        var notices = 0
        for exchange in try Recordings.all()
        where exchange.request.path.hasSuffix("/notifications/") && exchange.response.status == 200
        {
            let list = try JSONDecoder().decode([Notification].self, from: exchange.response.body)
            notices += list.count
            for notice in list {
                let kind = (notice.ident ?? "<null>").replacing(/\ [0-9]+/, with: " N")
                if notice.isAboutImages { about.insert(kind) } else { other.insert(kind) }
                let plain = notice.plainMessage
                #expect(!plain.isEmpty)
                #expect(!plain.contains("<a") && !plain.contains("&#") && !plain.contains("\n"))
                #expect(!plain.hasSuffix("…"))
            }
        }
        #expect(
            about == [
                "Boot sources availability", "Image importer",
                "Image manifest fetcher (boot source N)", "Sync selection N",
                "commissioning_series_unavailable", "commissioning_series_unselected",
                "maas-import-pxe-files script",
            ])
        #expect(
            other == [
                "<null>", "commissioning_release_deprecated", "deprecation_MD5_admins",
                "deprecation_MD6_admins", "dhcp_disabled_all_vlans",
            ])
        #expect(notices == 134)
    }

    @Test func `shows why an import failed`() throws {
        let exchange = try Recordings.exchange(
            "3.7.3", topic: "11-failing-imports",
            named: "notifications after: unreachable source (connection refused)")
        let list = try JSONDecoder().decode([Notification].self, from: exchange.response.body)
        let notice = try #require(list.first { $0.ident == "Image importer" })
        #expect(
            notice.plainMessage.hasPrefix(
                "Failed to import images from http://127.0.0.1:9/stable/: "
                    + "HTTPConnectionPool(host='127.0.0.1', port=9): Max retries exceeded"))
    }
}
