import MAAS
import Testing
import Workflows

@Suite struct ImportOrderTests {
    @Test(arguments: Versions.logging, [true, false])
    func `up to 3.7 an order is sent unless an import runs`(
        _ version: RegionVersion, _ changed: Bool
    ) {
        for fetching in [true, false] {
            #expect(
                ImportOrder(
                    version: version, importing: false, fetching: fetching, changedAddress: changed)
                    == .order(mayRepeat: true))
            #expect(
                ImportOrder(
                    version: version, importing: true, fetching: fetching, changedAddress: changed)
                    == .alreadyRunning)
        }
    }

    @Test(arguments: [
        (false, false, false, ImportOrder.order(mayRepeat: false)),
        (true, false, false, .alreadyRunning), (false, true, false, .alreadyRunning),
        (true, true, false, .alreadyRunning), (false, false, true, .startsByItself),
        (true, false, true, .startsByItself), (false, true, true, .startsByItself),
    ])
    func `3.8 gets an order once, and never while anything is fetched`(
        _ importing: Bool, _ fetching: Bool, _ changed: Bool, _ expected: ImportOrder
    ) {
        #expect(
            ImportOrder(
                version: Versions.v3_8, importing: importing, fetching: fetching,
                changedAddress: changed) == expected)
    }
}
