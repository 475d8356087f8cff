package import SimpleStreams
internal import Transport

/// An address as a person gives it for a stream, read as MAAS reads a boot source's: the base of the
/// stream, or an index below it (`…/streams/v1/….sjson` or `.json`).
package struct StreamAddress: Sendable, Equatable {
    /// The base, ending in a slash.
    package let base: String
    package let indexPath: RelativePath
    /// Whether MAAS checks signatures there: not for an index that ends in `.json`.
    package let isSigned: Bool

    package init(_ url: String) throws(WorkflowError) {
        let marker = "/streams/v1/"
        let path: String
        if let range = url.ranges(of: marker).last, url.hasSuffix("json") {
            base = String(url[..<range.lowerBound]) + "/"
            path = "streams/v1/" + url[range.upperBound...]
        } else {
            base = url.hasSuffix("/") ? url : url + "/"
            path = "streams/v1/index.sjson"
        }
        isSigned = !path.hasSuffix(".json")
        do {
            indexPath = try RelativePath(metadata: path)
        } catch {
            throw WorkflowError(
                .invalidInput, "\"\(url)\" is no stream's address: \(error)",
                hint: "give the address above streams/v1/")
        }
    }

    /// The address of a file of the stream.
    package func url(of path: RelativePath) -> String {
        base + FormEncoding.path(path.text)
    }
}
