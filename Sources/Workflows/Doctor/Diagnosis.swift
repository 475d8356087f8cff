/// Judges an examination: pure, one function a check, each with its rows in a table test.
package enum Diagnosis {
    /// All findings, in the order in which they would be mended.
    package static func of(_ examination: Examination) -> [Finding] {
        [
            version(examination), clock(examination), connection(examination),
            permission(examination), autoImport(examination),
        ] + proxy(examination) + sources(examination) + keyrings(examination)
            + releases(examination) + images(examination) + notices(examination)
            + racks(examination)
    }
}
