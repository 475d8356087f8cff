internal import MAAS

/// The keys of a document, place by place. The schema for editors, `docs/documents.schema.json`, has
/// the same; a test compares them.
package enum DocumentKeys {
    package static let document = [
        "version", "variables", "import", "settings", "sources", "regions", "mirrors",
    ]
    package static let settings = DocumentSetting.names.map(\.rawValue)
    package static let source = [
        "url", "replaces", "keyring", "name", "priority", "enabled", "skip_keyring_verification",
        "selections",
    ]
    package static let selection = ["os", "release", "arches", "subarches", "labels"]
    package static let region = ["profile", "settings", "sources"]
    package static let mirror =
        ["directory", "upstream", "keyring", "path", "filters"] + mirrorChoices.map(\.key)
        + ["max", "keep", "keep_days", "sign", "cache"]

    /// A mirror's lists, and the options of `mirror sync` that they stand for.
    package static let mirrorChoices = [
        (key: "os", option: "--os"), (key: "releases", option: "--release"),
        (key: "arches", option: "--arch"), (key: "subarches", option: "--subarch"),
        (key: "labels", option: "--label"),
    ]
}
