import ObjectStore
import Testing

@Suite struct S3ServiceTests {
    @Test(arguments: [
        (S3Service.Style.path, "", "http://s3.example:9000/images"),
        (.path, "a/b+c d~e:f", "http://s3.example:9000/images/a/b%2Bc%20d~e%3Af"),
        (.host, "", "http://images.s3.example:9000/"),
        (.host, "a/ü", "http://images.s3.example:9000/a/%C3%BC"),
    ])
    func `addresses have each byte encoded once`(
        style: S3Service.Style, key: String, address: String
    ) {
        let service = S3Service(endpoint: "http://s3.example:9000", region: "r", style: style)
        #expect(service.url(bucket: "images", key: key) == address)
    }
}
