import ObjectStore
import Testing

@Suite struct S3SettingsTests {
    private static let files = ProfileFiles(
        credentials: nil,
        configuration: """
            [default]
            region = eu-north-1
            [profile ceph]
            region=zone
            endpoint_url = http://other:1
            ca_bundle = /etc/ceph.pem
            s3 =
              addressing_style = virtual
              endpoint_url = https://rgw.example
            """)

    @Test(arguments: [
        ("[profile \"two words\"]\nregion = zone # a remark", "two words"),
        ("[ profile\ttwo   words ]\nregion=zone ; a remark", "two words"),
        ("[profile default]\nregion = zone", "default"), ("[default]\nregion = zone", "default"),
    ])
    func `sections and values are read as AWS's tools read them`(text: String, name: String) {
        let files = ProfileFiles(credentials: nil, configuration: text)
        #expect(S3Settings(profile: name).completed(by: [:], files).region == "zone")
    }

    @Test func `a profile's services say where the store is`() {
        let text = """
            [services lab]
            sqs =
              endpoint_url = http://queue
            s3 =
              endpoint_url = http://rgw#1
            [profile lab]
            services = lab
            endpoint_url = http://all
            """
        let files = ProfileFiles(credentials: nil, configuration: text)
        let settings = S3Settings(profile: "lab").completed(by: [:], files)
        #expect(settings.endpoint == "http://rgw#1")
    }

    @Test(arguments: ["eu central", "eu/central", "eu.evil.example", "", "r\nX: y", "ré"])
    func `what is no region is no part of an address`(region: String) {
        for endpoint in ["http://rgw", nil] {
            let error = #expect(throws: S3SettingsError.self) {
                try S3Settings(endpoint: endpoint, region: region).service(for: "images")
            }
            #expect(error?.received == region)
        }
    }

    @Test func `AWS is meant where no address is said`() throws {
        let settings = S3Settings(region: "eu-west-1").completed(by: [:], Self.files)
        let service = try settings.service(for: "images")
        #expect(service.endpoint == "https://s3.eu-west-1.amazonaws.com")
        #expect(service.style == .host)
        #expect(try settings.service(for: "my.images").style == .path)
        let china = try S3Settings(region: "cn-north-1").service(for: "images")
        #expect(china.endpoint == "https://s3.cn-north-1.amazonaws.com.cn")
    }

    @Test func `options count for more than variables, and these for more than the profile`() {
        let environment = [
            "AWS_ENDPOINT_URL": "http://all", "AWS_ENDPOINT_URL_S3": "http://one",
            "AWS_DEFAULT_REGION": "b", "AWS_CA_BUNDLE": "/env.pem",
        ]
        let told = S3Settings(endpoint: "http://said").completed(by: environment, Self.files)
        #expect(told.endpoint == "http://said")
        let known = S3Settings().completed(by: environment, Self.files)
        #expect(known.endpoint == "http://one")
        #expect(known.region == "b")
        #expect(known.authorities == "/env.pem")
        let profile = S3Settings().completed(by: ["AWS_PROFILE": "ceph"], Self.files)
        #expect(
            profile
                == S3Settings(
                    endpoint: "https://rgw.example", region: "zone", style: .host,
                    profile: "ceph", authorities: "/etc/ceph.pem"))
        #expect(S3Settings().completed(by: [:], Self.files).region == "eu-north-1")
    }

    @Test(arguments: [
        "s3.example.com", "ftp://s3.example.com", "http://user:pw@s3.example.com",
        "http://s3.example.com/path", "http://s3.example.com?x=1", "https://",
    ])
    func `an address is scheme, host and port`(endpoint: String) {
        let error = #expect(throws: S3SettingsError.self) {
            try S3Settings(endpoint: endpoint).service(for: "images")
        }
        #expect(error?.received?.contains("pw") != true)
    }

    @Test func `other stores are addressed by path, and need no region`() throws {
        let service = try S3Settings(endpoint: "http://rgw:7480/").service(for: "images")
        #expect(
            service == S3Service(endpoint: "http://rgw:7480", region: "us-east-1", style: .path))
    }

    @Test func `neither address nor region is an error that says what to give`() {
        let error = #expect(throws: S3SettingsError.self) {
            try S3Settings().service(for: "images")
        }
        #expect(error?.hint?.contains("--s3-endpoint") == true)
    }
}
