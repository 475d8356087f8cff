/// An Ubuntu release with the facts a stream's tags tell about it.
package struct SampleRelease: Sendable, Hashable {
    /// The series name, such as `noble`.
    package let name: String
    /// The version number, such as `24.04`.
    package let version: String
    /// The code name in full, such as `Noble Numbat`.
    package let codename: String
    /// The end of standard support, as `YYYY-MM-DD`.
    package let supportEnd: String
    /// The end of extended support, as `YYYY-MM-DD`.
    package let extendedSupportEnd: String

    /// A release by its facts, for a stream with another release than those below.
    package init(
        name: String, version: String, codename: String, supportEnd: String,
        extendedSupportEnd: String
    ) {
        self.name = name
        self.version = version
        self.codename = codename
        self.supportEnd = supportEnd
        self.extendedSupportEnd = extendedSupportEnd
    }

    /// Ubuntu 20.04 LTS.
    package static let focal = SampleRelease(
        name: "focal", version: "20.04", codename: "Focal Fossa",
        supportEnd: "2025-05-29", extendedSupportEnd: "2030-04-23")

    /// Ubuntu 22.04 LTS.
    package static let jammy = SampleRelease(
        name: "jammy", version: "22.04", codename: "Jammy Jellyfish",
        supportEnd: "2027-04-21", extendedSupportEnd: "2032-04-21")

    /// Ubuntu 24.04 LTS.
    package static let noble = SampleRelease(
        name: "noble", version: "24.04", codename: "Noble Numbat",
        supportEnd: "2029-05-31", extendedSupportEnd: "2034-04-25")
}
