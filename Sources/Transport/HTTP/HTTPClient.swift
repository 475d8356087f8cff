internal import Glibc
package import Logging
internal import Synchronization

/// HTTP over libcurl: shared connections, retries, and a fresh signature for every attempt.
package final class HTTPClient: HTTPExchange {
    private let options: ConnectionOptions
    private let retry: RetryPolicy
    private let clock: any Clock<Duration>
    private let logger: Logger
    private let driver: CurlDriver
    private let nextID = Atomic<UInt64>(1)

    package init(
        options: ConnectionOptions = ConnectionOptions(), retry: RetryPolicy = RetryPolicy(),
        clock: any Clock<Duration> = ContinuousClock(),
        logger: Logger = Logger(label: "http") { _ in SwiftLogNoOpLogHandler() }
    ) {
        self.options = options
        self.retry = retry
        self.clock = clock
        self.logger = logger
        driver = CurlDriver(options: options)
    }

    package func send(
        _ request: HTTPRequest, sink: (any BodySink)?
    ) async throws(TransportError) -> HTTPResponse {
        try request.validate()
        var attempt = 1
        while true {
            guard !Task.isCancelled else {
                throw TransportError(.cancelled, detail: "", url: request.url)
            }
            let result = await outcome(of: request, sink: sink, attempt: attempt)
            let pause = retry.pause(
                after: RetryPolicy.Outcome(result, isPassingFailure: request.isPassingFailure),
                attempt: attempt, mayRepeat: request.mayRepeat, jitter: .random(in: 0...1))
            guard let pause else {
                var response = try result.get()
                response.attempt = attempt
                return response
            }
            logger.info("\(request.method.rawValue) \(request.url): trying again in \(pause)")
            do {
                try await clock.sleep(for: pause)
            } catch {
                throw TransportError(.cancelled, detail: "", url: request.url)
            }
            attempt += 1
        }
    }

    private func outcome(
        of request: HTTPRequest, sink: (any BodySink)?, attempt: Int
    ) async -> Result<HTTPResponse, TransportError> {
        let start = ContinuousClock.now
        let result = await perform(request, sink: sink)
        let took = ContinuousClock.now - start
        let line = "\(request.method.rawValue) \(request.target)"
        switch result {
        case .success(let response):
            logger.debug("\(line): \(response.status), \(response.body.count) bytes, \(took)")
        case .failure(let error):
            logger.debug("\(line): \(error.kind.rawValue), \(took), attempt \(attempt)")
        }
        return result
    }

    private func perform(
        _ request: HTTPRequest, sink: (any BodySink)?
    ) async -> Result<HTTPResponse, TransportError> {
        let id = nextID.wrappingAdd(1, ordering: .relaxed).oldValue
        let authorization = request.signer?.authorization(
            for: SignedRequest(request), .now(Int64(time(nil))))
        let transfer: CurlTransfer
        do throws(TransportError) {
            transfer = try CurlTransfer(
                id: id, request: request, authorization: authorization, sink: sink,
                options: options)
        } catch {
            return .failure(error)
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                transfer.wait(continuation)
                driver.submit(transfer)
                // A cancellation that came before the submission found nothing to stop.
                if Task.isCancelled { driver.cancel(id) }
            }
        } onCancel: {
            driver.cancel(id)
        }
    }
}
