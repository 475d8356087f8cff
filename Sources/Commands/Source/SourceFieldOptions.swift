package import ArgumentParser
internal import Workflows

/// The settings of a source that MAAS 3.8 added.
package struct SourceFieldOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The source's name (MAAS 3.8).", valueName: "text"))
    package var name: String?

    @Option(
        help: ArgumentHelp(
            "The source's priority; the higher wins, and no two are equal (MAAS 3.8).",
            valueName: "number"))
    package var priority: Int?

    @Flag(
        inversion: .prefixedEnableDisable, exclusivity: .exclusive,
        help: "Use the source, or leave it aside (MAAS 3.8).")
    package var source: Bool?

    @Flag(
        inversion: .prefixedNo,
        help: "Have the region take the source without checking signatures (MAAS 3.8).")
    package var skipKeyringVerification: Bool?

    package init() {}

    /// Whether none of them is given.
    var isEmpty: Bool {
        name == nil && priority == nil && source == nil && skipKeyringVerification == nil
    }

    /// The wish these options spell.
    func wish(url: String?, keyring: KeyringChoice?) -> SourceWish {
        SourceWish(
            url: url, keyring: keyring, name: name, priority: priority, enabled: source,
            skipKeyringVerification: skipKeyringVerification)
    }
}
