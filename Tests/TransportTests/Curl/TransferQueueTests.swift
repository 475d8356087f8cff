import Testing
import Transport

@Suite struct TransferQueueTests {
    @Test func `starts up to the limit, oldest first, and goes on as places come free`() {
        var queue = Self.queue(perOrigin: 2, waiting: 1...4)
        #expect(queue.next(of: "a") == [1, 2])
        #expect(queue.next(of: "a") == [])
        queue.remove(1, from: "a")
        #expect(queue.next(of: "a") == [3])
        queue.remove(2, from: "a")
        queue.remove(3, from: "a")
        #expect(queue.next(of: "a") == [4])
    }

    @Test func `origins do not hinder each other`() {
        var queue = Self.queue(perOrigin: 1, waiting: 1...2)
        queue.add(9, to: "b")
        #expect(queue.next(of: "a") == [1])
        #expect(queue.next(of: "b") == [9])
    }

    @Test func `a transfer that still waits can be taken out`() {
        var queue = Self.queue(perOrigin: 1, waiting: 1...3)
        #expect(queue.next(of: "a") == [1])
        queue.remove(2, from: "a")
        #expect(queue.next(of: "a") == [])
        queue.remove(1, from: "a")
        #expect(queue.next(of: "a") == [3])
    }

    @Test func `more run where they share a connection`() {
        var queue = Self.queue(perOrigin: 8, waiting: 1...100)
        #expect(queue.next(of: "a").count == 8)
        queue.noteMultiplexing("a")
        #expect(queue.next(of: "a").count == TransferQueue.multiplexed - 8)
    }

    @Test func `a limit below one still lets one run`() {
        var queue = Self.queue(perOrigin: 0, waiting: 1...2)
        #expect(queue.next(of: "a") == [1])
    }

    private static func queue(perOrigin: Int, waiting: ClosedRange<UInt64>) -> TransferQueue {
        var queue = TransferQueue(perOrigin: perOrigin)
        waiting.forEach { queue.add($0, to: "a") }
        return queue
    }
}
