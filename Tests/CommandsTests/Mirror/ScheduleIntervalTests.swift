import TestSupport
import Testing

@testable import Commands

@Suite struct ScheduleIntervalTests {
    @Test func `spreads sites over the night, each always at its own time`() throws {
        let fields = (0..<200).compactMap { ScheduleInterval.day.cronFields(seed: "/srv/\($0)") }
        #expect(Set(fields).count > 100)
        #expect(fields.first == ScheduleInterval.day.cronFields(seed: "/srv/0"))
        for line in fields {
            let numbers = line.split(separator: " ").prefix(2).compactMap { Int($0) }
            #expect(0...59 ~= numbers[0] && 0...5 ~= numbers[1])
        }
    }

    @Test(arguments: [
        ("30 4 * * *", true), ("*/10  * * * 1-5", true), ("*-*-* 04:30", false), ("4", false),
        ("foo", false), ("61 99 * * *", false), ("30 4 * *", false), ("30 4 * * * *", false),
    ])
    func `knows cron's expressions`(text: String, isCron: Bool) throws {
        let interval = try #require(ScheduleInterval(argument: text))
        #expect((interval.cronFields(seed: "x") != nil) == isCron)
    }

    @Test(arguments: ["", " ", "a\nExecStart=/bin/sh", "%h", "$(id)", "a;b"])
    func `takes nothing that would be more than a time`(text: String) {
        #expect(ScheduleInterval(argument: text) == nil)
    }

    @Test(
        .enabled(if: Systemd.isThere, "needs systemd-analyze, of Debian's package systemd"),
        arguments: [ScheduleInterval.hour, .day, .week, .other("Mon..Fri *-*-* 04:30:00")])
    func `writes times that systemd understands`(interval: ScheduleInterval) async throws {
        #expect(try await Tool.run("systemd-analyze", ["calendar", interval.calendar]).status == 0)
        #expect(try await Tool.run("systemd-analyze", ["timespan", interval.spread]).status == 0)
    }
}
