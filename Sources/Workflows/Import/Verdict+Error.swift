internal import MAAS

extension Verdict.Failure {
    /// The failure as an error for a person, with the region's own words and what to do next.
    package func error(after elapsed: Duration) -> WorkflowError {
        let seconds = elapsed.components.seconds
        switch self {
        case .noticed(let notices):
            return WorkflowError(
                .failed, "the import failed",
                hint: "mend what the region names, then: maas-boot import start --wait",
                regionText: notices.map(\.plainMessage).joined(separator: "; "))
        case .endedWithout(let missing, let said):
            return WorkflowError(
                .failed, "the import ended without \(list(missing))",
                hint: "start it again: maas-boot import start --wait; if it ends so again, see "
                    + "what the source offers (maas-boot selection available) and whether every "
                    + "region controller is up (maas-boot doctor)",
                regionText: said.isEmpty
                    ? nil : said.map(TerminalSafe.line).joined(separator: "; "))
        case .notOffered(let missing):
            return WorkflowError(
                .failed, "the source does not offer \(list(missing))",
                hint: "see what it offers: maas-boot selection available; take the selection out "
                    + "(maas-boot selection remove) or use another source (maas-boot use)")
        case .neverReachedSource(let addresses):
            return WorkflowError(
                .failed,
                "the region did not get to read \(addresses.joined(separator: ", ")) and does not "
                    + "say why",
                hint: "mostly the keyring file of one of its sources is not there on the region's "
                    + "machine, which keeps it from reading any (maas-boot source list), or the "
                    + "address does not answer it (maas-boot source probe)")
        case .stalled(let missing):
            return WorkflowError(
                .stalled, "nothing has moved for a while, \(still(missing, seconds))",
                hint: "the import may still go on; wait longer with --stall-timeout, or start it "
                    + "again: maas-boot import start")
        case .late(let missing, let isIdle):
            return WorkflowError(
                .deadline, "the deadline passed, \(still(missing, seconds))",
                hint: isIdle
                    ? "the region shows no import at work; order one: maas-boot import start --wait"
                    : "the import goes on; keep waiting: maas-boot import wait")
        }
    }

    private func still(_ missing: [WantedImage], _ seconds: Int64) -> String {
        missing.isEmpty
            ? "and after \(seconds) s the region has not ended its import"
            : "and after \(seconds) s this is still missing: \(list(missing))"
    }

    private func list(_ images: [WantedImage]) -> String {
        images.map(\.name).joined(separator: ", ")
    }
}
