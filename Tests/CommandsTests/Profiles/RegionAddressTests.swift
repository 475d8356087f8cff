import Commands
import Testing

@Suite struct RegionAddressTests {
    @Test(arguments: [
        ("http://h:5240", "http://h:5240/MAAS"), ("http://h:5240/", "http://h:5240/MAAS"),
        ("http://h:5240/MAAS", "http://h:5240/MAAS"), ("http://h/MAAS/", "http://h/MAAS"),
        ("http://h:5240/MAAS/api/2.0/", "http://h:5240/MAAS"),
        ("http://h:5240/MAAS/api/2.0", "http://h:5240/MAAS"),
        (" HTTPS://Maas.Example.COM/x//MAAS \n", "https://maas.example.com/x/MAAS"),
        ("http://10.0.0.2:5240/MAAS/api/1.0/", "http://10.0.0.2:5240/MAAS"),
        ("http://[2001:DB8::1]:5240/", "http://[2001:db8::1]:5240/MAAS"),
        ("http://h/api/2.0/", "http://h/MAAS"), ("http://h/api/", "http://h/api"),
    ])
    func `reads the forms people have at hand`(text: String, base: String) throws {
        #expect(try RegionAddress(parsing: text).base == base)
        #expect(try RegionAddress(parsing: base).base == base)
    }

    @Test(arguments: [
        ("h:5240", InvalidRegionAddress.scheme("h:5240")),
        ("maas.example", .scheme("maas.example")),
        ("h", .scheme("h")), ("ftp://h/", .scheme("ftp://h/")), ("http:h", .scheme("http:h")),
        ("http://ann:hush@h/", .userInformation), ("http://ann@h/", .userInformation),
        ("http://h/?op=x", .queryOrFragment), ("http://h/#x", .queryOrFragment),
        ("http:///MAAS", .host("http:///MAAS")), ("", .scheme("")),
        ("http://h h/", .notURL("http://h h/")),
    ])
    func `refuses anything else`(text: String, problem: InvalidRegionAddress) {
        #expect(throws: problem) { try RegionAddress(parsing: text) }
        #expect(problem.failure.hint?.contains("http://HOST:5240/MAAS") == true)
        #expect(!"\(problem.failure)".contains("hush"))
    }

    @Test(arguments: [
        ("http://h:5240/MAAS", "h:5240"), ("https://[::1]/MAAS", "[::1]"),
    ])
    func `names its host and port`(text: String, authority: String) throws {
        #expect(try RegionAddress(parsing: text).authority == authority)
    }
}
