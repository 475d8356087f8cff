import Commands
import TestSupport
import Testing

/// What a run says, and its status, where there is no object store to talk to.
@Suite(.timeLimit(.minutes(1))) struct StoreFailureTests {
    private static let keys = ["AWS_ACCESS_KEY_ID": "AK", "AWS_SECRET_ACCESS_KEY": "a-secret"]

    private func list(at endpoint: String, _ environment: [String: String]) async -> CommandRun {
        let captured = CapturedContext(
            environment: environment, home: "/nonexistent", clock: BriskClock())
        return await MirrorFixture.run(
            ["mirror", "list", "s3://images/copy", "--s3-endpoint", endpoint], in: captured)
    }

    @Test func `another web server is not an empty bucket`() async throws {
        let server = try ScriptedServer { connection, _ in
            connection.answer(404, body: "<html><body>Not Found</body></html>")
        }
        defer { server.stop() }
        let run = await list(at: server.url(""), Self.keys)
        #expect(run.status == 1)
        #expect(run.error.contains("does not answer like an object store"), "\(run.error)")
        #expect(run.error.contains("hint: check --s3-endpoint"))
    }

    @Test func `a bucket that is not there has status 7, keys that are refused 4`() async throws {
        for (status, code, expected) in [
            (404, "NoSuchBucket", 7), (403, "InvalidAccessKeyId", 4), (403, "AccessDenied", 4),
        ] {
            let server = try ScriptedServer { connection, _ in
                connection.answer(status, body: "<Error><Code>\(code)</Code></Error>")
            }
            defer { server.stop() }
            let run = await list(at: server.url(""), Self.keys)
            #expect(Int(run.status) == expected, "\(run.error)")
            #expect(run.error.contains(code))
        }
    }

    @Test(arguments: [
        ["AWS_EC2_METADATA_DISABLED": "true"],
        ["AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:9"],
    ])
    func `no keys have status 4, whoever was asked`(environment: [String: String]) async {
        let run = await list(at: "http://127.0.0.1:9", environment)
        #expect(run.status == 4)
        #expect(run.error.contains("there are no keys for the object store"), "\(run.error)")
        #expect(run.error.contains("hint: set AWS_ACCESS_KEY_ID"))
    }
}
