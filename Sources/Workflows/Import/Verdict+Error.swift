internal import MAAS

extension Verdict.Failure {
    /// The failure as an error for a person, with the region's own words.
    package func error(after elapsed: Duration) -> WorkflowError {
        let seconds = elapsed.components.seconds
        switch self {
        case .noticed(let notices):
            return WorkflowError(
                .failed, "the import failed", hint: "see what stands in the way: maas-boot doctor",
                regionText: notices.map(\.plainMessage).joined(separator: "; "))
        case .endedWithout(let missing):
            return WorkflowError(
                .failed, "the import ended without \(list(missing))",
                hint: "check that the source offers it: maas-boot selection available; from 3.5 on "
                    + "every region controller must have fetched it: maas-boot doctor")
        case .neverReachedSource:
            return WorkflowError(
                .failed, "the region began an import but never read its sources",
                hint: "mostly the keyring file is not there on the region's machine; "
                    + "see the paths: maas-boot source list")
        case .stalled(let missing):
            return WorkflowError(
                .stalled,
                "nothing has moved for a while; still missing after \(seconds) s: "
                    + list(missing),
                hint: "the import may still go on; wait longer with --stall-timeout, or start it "
                    + "again: maas-boot import start")
        case .late(let missing):
            return WorkflowError(
                .deadline,
                "the deadline passed; still missing after \(seconds) s: \(list(missing))",
                hint: "the import goes on; keep waiting: maas-boot import wait")
        }
    }

    private func list(_ images: [WantedImage]) -> String {
        images.isEmpty ? "nothing in particular" : images.map(\.name).joined(separator: ", ")
    }
}
