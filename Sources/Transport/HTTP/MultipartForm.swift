/// A `multipart/form-data` body (RFC 7578): text fields and files with raw bytes.
package struct MultipartForm: Sendable, Equatable {
    /// A file part. MAAS reads a keyring from nothing else.
    package struct File: Sendable, Equatable {
        package let name: String
        package let filename: String
        package let content: [UInt8]

        package init(name: String, filename: String, content: [UInt8]) {
            self.name = name
            self.filename = filename
            self.content = content
        }
    }

    package let fields: [FormField]
    package let files: [File]
    let boundary: String

    /// - Parameter boundary: a text that no part contains; random when not given.
    package init(fields: [FormField], files: [File], boundary: String? = nil) {
        self.fields = fields
        self.files = files
        self.boundary = boundary ?? "maas-boot-\(RandomText.make(length: 32))"
    }

    var bytes: [UInt8] {
        var body: [UInt8] = []
        for field in fields {
            body += part("name=\"\(quoted(field.name))\"", type: nil, Array(field.value.utf8))
        }
        for file in files {
            body += part(
                "name=\"\(quoted(file.name))\"; filename=\"\(quoted(file.filename))\"",
                type: "application/octet-stream", file.content)
        }
        return body + Array("--\(boundary)--\r\n".utf8)
    }

    private func part(_ disposition: String, type: String?, _ content: [UInt8]) -> [UInt8] {
        var head = "--\(boundary)\r\nContent-Disposition: form-data; \(disposition)\r\n"
        if let type { head += "Content-Type: \(type)\r\n" }
        return Array((head + "\r\n").utf8) + content + Array("\r\n".utf8)
    }

    /// Quotes as browsers do: the three characters that could end the parameter are encoded. Goes by
    /// scalar, since CR and LF together are one `Character`.
    private func quoted(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { quoted, scalar in
            switch scalar {
            case "\"": quoted += "%22"
            case "\r": quoted += "%0D"
            case "\n": quoted += "%0A"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
    }
}
