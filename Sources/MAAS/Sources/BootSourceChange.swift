package import FoundationEssentials
internal import Transport

/// What to set on a boot source; what is nil stays as it is, or gets the region's default.
package struct BootSourceChange: Sendable, Equatable {
    package var url: String?
    package var keyring: Keyring?
    package var name: String?
    package var priority: Int?
    package var enabled: Bool?
    package var skipKeyringVerification: Bool?

    package init(
        url: String? = nil, keyring: Keyring? = nil, name: String? = nil, priority: Int? = nil,
        enabled: Bool? = nil, skipKeyringVerification: Bool? = nil
    ) {
        self.url = url
        self.keyring = keyring
        self.name = name
        self.priority = priority
        self.enabled = enabled
        self.skipKeyringVerification = skipKeyringVerification
    }

    /// Where the region finds the keys that sign a source.
    package enum Keyring: Sendable, Equatable {
        /// A path on the region's machines.
        case filename(String)
        /// A binary keyring, stored in the region's database.
        case data(Data)
    }

    /// Whether a field is set that only regions from 3.8 on know.
    package var usesManagement: Bool {
        name != nil || priority != nil || enabled != nil || skipKeyringVerification != nil
    }
}

extension BootSourceChange {
    /// Fields that 3.8 added. Booleans are `true` or `false`: that region reads `1` as false and
    /// `0` as true.
    private var managementFields: [FormField] {
        var fields: [FormField] = []
        if let name { fields.append(FormField("name", name)) }
        if let priority { fields.append(FormField("priority", "\(priority)")) }
        if let enabled { fields.append(FormField("enabled", "\(enabled)")) }
        if let skipKeyringVerification {
            fields.append(FormField("skip_keyring_verification", "\(skipKeyringVerification)"))
        }
        return fields
    }

    /// The body that creates a source. Keyring bytes must travel as a file part: regions drop them
    /// from any other place without a word.
    var creationBody: RequestBody {
        var fields = url.map { [FormField("url", $0)] } ?? []
        fields += managementFields
        switch keyring {
        case nil: return .form(fields)
        case .filename(let path):
            return .form(fields + [FormField("keyring_filename", path)])
        case .data(let bytes): return Self.upload(fields, bytes)
        }
    }

    /// The body that changes `source`.
    ///
    /// A source that holds keyring bytes gets them again with every change, since regions crash on
    /// a change without them (3.3 to 3.8). Putting bytes in place of a path needs the path emptied
    /// in the same request.
    func updateBody(changing source: BootSource) throws(UnsendableChange) -> RequestBody {
        let fields = (url.map { [FormField("url", $0)] } ?? []) + managementFields
        switch (source.keyringData, keyring) {
        case (.none, nil): return .form(fields)
        case (.none, .filename(let path)):
            return .form(fields + [FormField("keyring_filename", path)])
        case (.none, .data(let bytes)):
            return Self.upload(fields + [FormField("keyring_filename", "")], bytes)
        case (.bytes(let stored), nil): return Self.upload(fields, stored)
        case (_, .data(let bytes)): return Self.upload(fields, bytes)
        case (_, .filename): throw .needsNewSource
        case (.unreadable, nil): throw .storedKeyringUnreadable
        }
    }

    private static func upload(_ fields: [FormField], _ keyring: Data) -> RequestBody {
        .multipart(
            MultipartForm(
                fields: fields,
                files: [
                    .init(
                        name: "keyring_data", filename: "keyring.gpg", content: Array(keyring))
                ]))
    }
}

/// Why no single request can make a change.
package enum UnsendableChange: Error, Equatable {
    /// A stored keyring cannot be replaced by a path: the source must be made anew.
    case needsNewSource
    /// The stored keyring cannot be read back, so it cannot be sent along.
    case storedKeyringUnreadable
}
