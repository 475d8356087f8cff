import Testing

@testable import Commands

@Suite struct CronFieldTests {
    @Test(arguments: [
        (CronField.minute, "0"), (.minute, "59"), (.minute, "*/15"), (.minute, "0-30/10"),
        (.minute, "1,2,30-40"), (.hour, "23"), (.day, "1"), (.day, "31"), (.month, "12"),
        (.month, "jan"), (.month, "Jan-MAR"), (.month, "feb,aug"), (.weekday, "0"), (.weekday, "7"),
        (.weekday, "mon-fri"), (.weekday, "sat,sun"), (.hour, "*"), (.hour, "05"),
    ])
    func `takes what crontab(5) has`(field: CronField, text: String) {
        #expect(field.takes(text[...]))
    }

    @Test(arguments: [
        (CronField.minute, "60"), (.minute, "-1"), (.minute, ""), (.minute, "1,"), (.minute, "*/0"),
        (.minute, "*/"), (.minute, "5/2"), (.minute, "30-10"), (.minute, "1-2-3"), (.minute, "**"),
        (.minute, "jan"), (.minute, "*/60"), (.minute, "99999999999999999999"), (.hour, "24"),
        (.day, "0"), (.day, "32"), (.month, "0"), (.month, "13"), (.month, "mon"),
        (.month, "january"), (.weekday, "8"), (.weekday, "jan"), (.weekday, "fri-mon"),
        (.weekday, "1.5"), (.minute, "+5"),
    ])
    func `takes nothing else`(field: CronField, text: String) {
        #expect(!field.takes(text[...]))
    }
}
