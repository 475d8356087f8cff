/// The answers faults give in the region's place.
enum FaultAnswers {
    /// The answer of the first fault that has one for `request`; those that strike once are spent.
    static func answer(_ request: APIRequest, _ state: inout RegionState) -> APIResponse? {
        for (index, fault) in state.faults.enumerated() {
            guard let answer = answer(of: fault, request) else { continue }
            if fault.strikesOnce { state.faults.remove(at: index) }
            return answer
        }
        return nil
    }

    /// What faults make of the region's own answer.
    static func spoil(_ answer: APIResponse, _ faults: [SandboxFault]) -> APIResponse {
        guard answer.contentType.hasPrefix("application/json") else { return answer }
        var spoiled = answer
        if faults.contains(.truncatedJSON) {
            spoiled.body = Array(answer.body.prefix(answer.body.count / 2))
        }
        if faults.contains(.hugeJSON) {
            spoiled.body += [UInt8](repeating: UInt8(ascii: " "), count: 30_000_000)
        }
        return spoiled
    }

    private static func answer(of fault: SandboxFault, _ request: APIRequest) -> APIResponse? {
        switch fault {
        case .unavailableOnce(let seconds), .unavailable(let seconds): unavailable(seconds)
        case .badGateway: .page(502, "502 Bad Gateway")
        case .traceback: .failure(500, traceback)
        case .htmlPage: loginPage
        case .redirect: redirection(request)
        case .createFails where isCreation(request): .failure(500, "deadlock detected")
        default: nil
        }
    }

    private static func isCreation(_ request: APIRequest) -> Bool {
        request.method == "POST" && request.collapsedPath == "\(Router.root)boot-sources/"
    }

    private static func unavailable(_ seconds: Int) -> APIResponse {
        APIResponse(
            503, "text/plain; charset=utf-8", Array("The region is not ready yet.".utf8),
            kind: .failure, headers: ["Retry-After": String(seconds)])
    }

    private static func redirection(_ request: APIRequest) -> APIResponse {
        let query = request.query.isEmpty ? "" : "?\(request.query)"
        var page = APIResponse.page(301, "301 Moved Permanently")
        let host = (request.headers["host"] ?? "127.0.0.1").split(separator: ":").first ?? ""
        page.extraHeaders = ["Location": "https://\(host):5443\(request.path)\(query)"]
        return page
    }

    private static let traceback = """
        Traceback (most recent call last):
          File "/usr/lib/python3/dist-packages/maasserver/utils/views.py", line 293, in view_atomic
            with post_commit_hooks, transaction.atomic():
        psycopg2.OperationalError: server closed the connection unexpectedly

        """

    private static let loginPage = APIResponse(
        200, "text/html",
        Array("<html><head><title>Sign in</title></head><body>Network login</body></html>".utf8),
        kind: .proxy)
}
