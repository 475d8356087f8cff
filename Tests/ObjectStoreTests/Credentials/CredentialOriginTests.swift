import ObjectStore
import Testing

@Suite struct CredentialOriginTests {
    private static let files = ProfileFiles(
        credentials: """
            [default]
            aws_access_key_id = AK
            aws_secret_access_key = SK=with=equals
            # a comment
            [ lab ]
            aws_access_key_id=LK
            aws_secret_access_key=LS
            aws_session_token=LT
            """,
        configuration: """
            [profile sso]
            sso_start_url = https://example
            [profile bare]
            region = x
            """)
    private static let none = ProfileFiles(credentials: nil, configuration: nil)

    private func decide(
        _ environment: [String: String], _ files: ProfileFiles = files, profile: String? = nil
    ) throws -> CredentialOrigin {
        try CredentialOrigin.decide(environment, files, profile: profile)
    }

    private static func keys(
        _ access: String, _ secret: String, _ token: String? = nil
    ) -> CredentialOrigin {
        .keys(S3Credentials(accessKey: access, secretKey: secret, sessionToken: token))
    }

    @Test func `the environment comes before the usual profile`() throws {
        let environment = [
            "AWS_ACCESS_KEY_ID": "EK", "AWS_SECRET_ACCESS_KEY": "ES", "AWS_SESSION_TOKEN": "ET",
        ]
        #expect(try decide(environment) == Self.keys("EK", "ES", "ET"))
        #expect(try decide([:]) == Self.keys("AK", "SK=with=equals"))
        #expect(try decide(["AWS_PROFILE": "lab"]) == Self.keys("LK", "LS", "LT"))
        #expect(try decide(environment, profile: "lab") == Self.keys("LK", "LS", "LT"))
    }

    @Test func `half a pair is an error`() {
        #expect(throws: S3SettingsError.self) { try decide(["AWS_ACCESS_KEY_ID": "EK"]) }
    }

    @Test(arguments: ["hush\r\nX-Evil: 1", "hush hush", "hüsh", "\"hush\u{7}", "  "])
    func `what no key can be never becomes a header`(secret: String) throws {
        let environment = ["AWS_ACCESS_KEY_ID": "EK", "AWS_SECRET_ACCESS_KEY": secret]
        let error = #expect(throws: S3SettingsError.self) { try decide(environment) }
        #expect(error?.detail.hasPrefix("AWS_SECRET_ACCESS_KEY ") == true)
        #expect(error?.received == nil && error?.detail.contains("hush") == false)
        let file = "[default]\naws_access_key_id=A K\naws_secret_access_key=s"
        let other = #expect(throws: S3SettingsError.self) {
            try decide([:], ProfileFiles(credentials: file, configuration: nil))
        }
        #expect(other?.detail.contains("aws_access_key_id of profile default") == true)
    }

    @Test func `line breaks around keys are cut off`() throws {
        let environment = ["AWS_ACCESS_KEY_ID": "EK\n", "AWS_SECRET_ACCESS_KEY": " ES\r\n"]
        #expect(try decide(environment) == Self.keys("EK", "ES"))
    }

    @Test func `a credentials file that is named and not there is named again`() throws {
        let files = ProfileFiles(credentials: nil, configuration: nil, unread: "/no/such")
        let error = #expect(throws: S3SettingsError.self) { try decide([:], files) }
        #expect(error?.received == "/no/such")
        let keys = ["AWS_ACCESS_KEY_ID": "EK", "AWS_SECRET_ACCESS_KEY": "ES"]
        #expect(try decide(keys, files) == Self.keys("EK", "ES"))
    }

    @Test(arguments: ["nobody", "bare", "sso"])
    func `a profile without keys is an error that says why`(name: String) {
        let error = #expect(throws: S3SettingsError.self) { try decide([:], profile: name) }
        #expect(error?.hint != nil)
        if name == "sso" { #expect(error?.detail.contains("sso_start_url") == true) }
    }

    @Test func `a container's role is asked for next, where nobody listens in`() throws {
        let near = ["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://127.0.0.1:80/keys"]
        #expect(
            try decide(near, Self.none)
                == .container(url: "http://127.0.0.1:80/keys", token: nil))
        let token = ["AWS_CONTAINER_AUTHORIZATION_TOKEN": "T"]
        #expect(
            try decide(near.merging(token) { $1 }, Self.none)
                == .container(url: "http://127.0.0.1:80/keys", token: .text("T")))
        #expect(
            try decide(["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2/x"], Self.none)
                == .container(url: "http://169.254.170.2/v2/x", token: nil))
        for far in ["http://example.com/keys", "http://127.0.0.1.example.com/", "file:///x"] {
            #expect(throws: S3SettingsError.self) {
                try decide(["AWS_CONTAINER_CREDENTIALS_FULL_URI": far], Self.none)
            }
        }
    }

    @Test func `the machine's role is the last, where it is not turned off`() throws {
        #expect(
            try decide([:], Self.none) == .instance(endpoint: "http://169.254.169.254"))
        #expect(try decide(["AWS_EC2_METADATA_DISABLED": "true"], Self.none) == .nowhere)
    }

    @Test func `keys print without their secrets`() {
        let keys = S3Credentials(accessKey: "AK", secretKey: "hush", sessionToken: "hush2")
        #expect(!"\(keys)".contains("hush"))
        #expect(!String(reflecting: keys).contains("hush"))
    }
}
