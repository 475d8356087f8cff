import TestSupport
import Testing
import Transport

@Suite(.timeLimit(.minutes(1))) struct HTTPClientCancellationTests {
    @Test func `stops the transfer, as the server sees`() async throws {
        let (arrived, left) = (Signal(), Signal())
        let server = try ScriptedServer { connection, _ in
            arrived.fire()
            connection.waitForClient()
            left.fire()
        }
        let client = HTTPClient()
        let task = Task { try await client.send(HTTPRequest(.get, server.url())) }
        await arrived.wait()
        task.cancel()
        await left.wait()
        let error = await #expect(throws: TransportError.self) { try await task.value }
        #expect(error?.kind == .cancelled)
        #expect(server.requests.count == 1)
    }

    @Test func `sends nothing for a task that is cancelled already`() async throws {
        let server = try ScriptedServer { connection, _ in connection.answer() }
        let client = HTTPClient()
        let (ready, go) = (Signal(), Signal())
        let task = Task {
            ready.fire()
            await go.wait()
            return try await client.send(HTTPRequest(.get, server.url()))
        }
        await ready.wait()
        task.cancel()
        go.fire()
        let error = await #expect(throws: TransportError.self) { try await task.value }
        #expect(error?.kind == .cancelled)
        #expect(server.requests.isEmpty)
    }

    @Test func `ends the pause before another attempt`() async throws {
        let server = try ScriptedServer { connection, _ in
            connection.answer(503, headers: ["Retry-After: 20"])
        }
        let (sleeping, client) = (Signal(), SleepSignallingClock())
        let task = Task {
            try await HTTPClient(clock: client.with(sleeping)).send(
                HTTPRequest(.get, server.url()))
        }
        await sleeping.wait()
        task.cancel()
        let error = await #expect(throws: TransportError.self) { try await task.value }
        #expect(error?.kind == .cancelled)
        #expect(server.requests.count == 1)
    }

    @Test func `many cancelled at any moment all come back once`() async throws {
        let server = try ScriptedServer { connection, _ in connection.answer(body: "x") }
        let client = HTTPClient(retry: .never)
        let ended = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<300 {
                group.addTask { @concurrent in
                    let task = Task { try await client.send(HTTPRequest(.get, server.url())) }
                    for _ in 0..<(number % 40) { await Task.yield() }
                    task.cancel()
                    switch await task.result {
                    case .success(let response): return response.status == 200
                    case .failure(let error): return (error as? TransportError)?.kind == .cancelled
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(ended.count == 300)
        #expect(ended.allSatisfy { $0 })
    }

    @Test func `the last owner's going closes the connections, and no transfer before`()
        async throws
    {
        let (arrived, answer, closed) = (Signal(), Signal(), Signal())
        let server = try ScriptedServer { connection, _ in
            arrived.fire()
            answer.waitBlocking()
            connection.answer(body: "still here")
            connection.waitForClient()
            closed.fire()
        }
        let task = Task { [client = HTTPClient()] in
            try await client.send(HTTPRequest(.get, server.url())).text
        }
        await arrived.wait()
        answer.fire()
        #expect(try await task.value == "still here")
        await closed.wait()
    }
}

/// Fires a signal when somebody starts to sleep, and sleeps for real.
private struct SleepSignallingClock: Clock {
    var signal: Signal?
    var now: ContinuousClock.Instant { ContinuousClock.now }
    var minimumResolution: Duration { .nanoseconds(1) }

    func with(_ signal: Signal) -> SleepSignallingClock { SleepSignallingClock(signal: signal) }

    func sleep(until deadline: ContinuousClock.Instant, tolerance: Duration?) async throws {
        signal?.fire()
        try await ContinuousClock().sleep(until: deadline, tolerance: tolerance)
    }
}
