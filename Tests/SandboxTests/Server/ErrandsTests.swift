import Testing

@testable import Sandbox

struct ErrandsTests {
    @Test func `waits for what errands begin in turn`() async {
        let errands = Errands()
        let done = Counter()
        errands.begin {
            errands.begin { done.increment() }
            done.increment()
        }
        await errands.done()
        #expect(done.value == 2)
    }

    @Test func `ends errands that would go on`() async {
        let errands = Errands()
        errands.begin { try? await Task.sleep(for: .seconds(3600)) }
        await errands.cancel()
        await errands.done()
    }
}
