import Commands
import Logging
import TestSupport
import Testing

@Suite struct StandardErrorLogTests {
    private func logged(_ verbosity: Int, _ format: LogFormat) -> String {
        let captured = CapturedContext(clock: ManualClock())
        var logger = Logger(
            label: "maas-boot", verbosity: verbosity, format: format, context: captured.context)
        logger[metadataKey: "region"] = "east"
        logger.warning("slow\nanswer", metadata: ["seconds": "12"])
        logger.info("asked")
        logger.debug("header")
        logger.trace("byte")
        return captured.error.text
    }

    @Test(arguments: [(0, 1), (1, 2), (2, 3), (3, 3)])
    func `says more the more it is asked to`(verbosity: Int, lines: Int) {
        #expect(logged(verbosity, .text).split(separator: "\n").count == lines)
    }

    @Test func `writes a line for people`() {
        #expect(logged(0, .text) == "warning: slow answer region=east seconds=12\n")
    }

    @Test func `writes a JSON object a line`() {
        #expect(
            logged(0, .json)
                == #"{"time":"2026-01-31T12:00:00Z","level":"warning","label":"maas-boot","#
                + #""message":"slow\nanswer","region":"east","seconds":"12"}"# + "\n")
    }
}
