import Testing

@testable import Sandbox

struct EventsResourceTests {
    @Test func `pages through the log`() throws {
        let scene = Scene(.v3_7)
        scene.region.access { state in
            for number in 1...5 { state.log("INFO", "t", "event \(number)", now: 0) }
        }
        let ids = { (query: String) -> [Int] in
            let answer = scene.call("GET", "events/?op=query&\(query)")
            let events = JSONValue(parsing: answer.body)?["events"]?.elements ?? []
            return events.compactMap { $0["id"]?.number }
        }
        #expect(ids("limit=2") == [5, 4])
        #expect(ids("limit=2&before=4") == [3, 2])
        #expect(ids("limit=2&after=1") == [3, 2])
        #expect(ids("level=ERROR") == [])
    }
}
