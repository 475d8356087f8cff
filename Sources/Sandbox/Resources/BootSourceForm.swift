/// The form behind POST and PUT of a boot source, with the validation of each MAAS version.
struct BootSourceForm {
    let fields: FormFields
    let flavour: MAASFlavour
    private var errors: [(field: String, message: String)] = []

    init(fields: FormFields, flavour: MAASFlavour) {
        self.fields = fields
        self.flavour = flavour
    }

    /// Puts the fields given into `source`, whose id is 0 when it is new, and checks the whole.
    mutating func apply(to source: inout BootSource, _ state: RegionState) throws(RegionError) {
        let isNew = source.id == 0
        // Django reads the stored keyring as if it were a file; it has no `read`.
        if !isNew, !source.keyringData.isEmpty, fields.files["keyring_data"] == nil {
            throw .crashed("'memoryview' object has no attribute 'read'")
        }
        applyURL(to: &source, isNew: isNew)
        applyKeyring(to: &source)
        if flavour.hasSourcePriorities { applyNewFields(to: &source, isNew, state) }
        checkKeyring(source)
        checkUnique(source, state)
        guard errors.isEmpty else { throw .invalid(grouped) }
        if flavour.hasSourcePriorities,
            state.sources.contains(where: { $0.id != source.id && $0.priority == source.priority })
        {
            throw .conflict
        }
    }

    private mutating func applyURL(to source: inout BootSource, isNew: Bool) {
        guard let text = fields["url"] ?? (isNew ? "" : nil) else { return }
        guard !text.isEmpty else { return fail("url", "This field is required.") }
        guard text.count <= URLField.maximumLength else {
            return fail(
                "url", "Ensure this value has at most 200 characters (it has \(text.count)).")
        }
        guard var url = URLField.clean(text, flavour) else {
            return fail("url", "Enter a valid URL.")
        }
        if flavour.hasSourcePriorities { while url.hasSuffix("/") { url.removeLast() } }
        source.url = url
    }

    private mutating func applyKeyring(to source: inout BootSource) {
        if let path = fields["keyring_filename"] { source.keyringFilename = path }
        guard let data = fields.files["keyring_data"] else { return }
        guard !data.isEmpty else { return fail("keyring_data", "The submitted file is empty.") }
        source.keyringData = data
    }

    private mutating func applyNewFields(
        to source: inout BootSource, _ isNew: Bool, _ state: RegionState
    ) {
        let name = fields["name"] ?? (isNew ? "" : source.name)
        source.name = name.isEmpty ? source.url : name
        if source.name.count > 255 {
            fail("name", "Ensure this value has at most 255 characters (it has \(name.count)).")
        }
        applyPriority(to: &source, isNew, state)
        source.enabled = boolean("enabled") ?? source.enabled
        let skipsByDefault = isNew ? source.url.hasSuffix(".json") : source.skipKeyringVerification
        source.skipKeyringVerification = boolean("skip_keyring_verification") ?? skipsByDefault
    }

    private mutating func applyPriority(
        to source: inout BootSource, _ isNew: Bool, _ state: RegionState
    ) {
        let text = Text.trim(fields["priority"] ?? "")
        guard !text.isEmpty else {
            if isNew { source.priority = (state.sources.map(\.priority).max() ?? 0) + 1 }
            return
        }
        guard let number = Int(text) else { return fail("priority", "Enter a whole number.") }
        guard number >= 0 else {
            return fail("priority", "Ensure this value is greater than or equal to 0.")
        }
        guard number <= Int(Int32.max) else {
            return fail("priority", "Ensure this value is less than or equal to \(Int32.max).")
        }
        source.priority = number
    }

    /// Only these four spellings count; everything else is as if the field were not there.
    private func boolean(_ name: String) -> Bool? {
        switch fields[name] {
        case "true", "True": true
        case "false", "False": false
        default: nil
        }
    }

    private mutating func checkKeyring(_ source: BootSource) {
        let hasFile = !source.keyringFilename.isEmpty
        let hasData = !source.keyringData.isEmpty
        if hasFile && hasData {
            fail("__all__", "Only one of keyring_filename or keyring_data can be specified.")
        } else if !hasFile && !hasData && !source.skipKeyringVerification {
            fail("__all__", "One of keyring_data or keyring_filename must be specified.")
        }
    }

    private mutating func checkUnique(_ source: BootSource, _ state: RegionState) {
        let others = state.sources.filter { $0.id != source.id }
        let failed = Set(errors.map(\.field))
        if flavour.hasSourcePriorities, !failed.contains("name"), !failed.contains("url"),
            others.contains(where: { $0.name == source.name })
        {
            fail("name", "Boot source with this Name already exists.")
        }
        if !failed.contains("url"), others.contains(where: { $0.url == source.url }) {
            fail("url", "Boot source with this Url already exists.")
        }
    }

    private mutating func fail(_ field: String, _ message: String) {
        errors.append((field, message))
    }

    private var grouped: [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        for error in errors where !members.contains(where: { $0.key == error.field }) {
            let messages = errors.filter { $0.field == error.field }.map(\.message)
            members.append(.init(error.field, .array(messages.map(JSONValue.string))))
        }
        return members
    }
}
