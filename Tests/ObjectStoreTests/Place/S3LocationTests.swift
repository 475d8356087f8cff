import ObjectStore
import SimpleStreams
import Testing

@Suite struct S3LocationTests {
    @Test(arguments: [
        ("s3://images", "images", "", "a/b"), ("s3://images/", "images", "", "a/b"),
        ("s3://images/maas", "images", "maas", "maas/a/b"),
        ("S3://my_images.v3//maas/stable//", "my_images.v3", "maas/stable", "maas/stable/a/b"),
    ])
    func `a place is a bucket and a prefix`(
        text: String, bucket: String, prefix: String, key: String
    ) throws {
        let location = try S3Location(text)
        #expect(location.bucket == bucket)
        #expect(location.prefix == prefix)
        #expect(location.key(of: try RelativePath("a/b")) == key)
    }

    @Test(arguments: [
        "s3:/images", "s3://", "s3://ab", "s3:///maas", "s3://-images/../up", "s3://images/a/../b",
        "s3://images/a//b", "s3://im ages", "s3://images/a\u{7}", "http://images/maas",
    ])
    func `what names no place is refused`(text: String) {
        #expect(throws: S3LocationError.self) { try S3Location(text) }
    }

    @Test func `what begins with s3 is meant as a place in a store`() {
        #expect(S3Location.isMeant(by: "s3:/oops"))
        #expect(!S3Location.isMeant(by: "./s3/images"))
        #expect(!S3Location.isMeant(by: "/srv/images"))
    }

    @Test(arguments: [
        ("s3://images/maas", "s3://images/maas/", true), ("s3://images", "s3://images/maas", true),
        ("s3://images/maas/old", "s3://images/maas", true), ("s3://images", "s3://images", true),
        ("s3://images/maas", "s3://images/maas2", false),
        ("s3://images/maas", "s3://others/maas", false),
    ])
    func `two places overlap where one lies within the other`(
        one: String, other: String, expected: Bool
    ) throws {
        let (one, other) = (try S3Location(one), try S3Location(other))
        #expect(one.overlaps(other) == expected)
        #expect(other.overlaps(one) == expected)
    }
}
