/// The text of `help documents`: what the YAML file of `plan` and `apply` may say.
package enum DocumentHelp {
    /// A document that is right as it stands.
    package static let example = """
        version: 1
        variables: [MIRROR]
        sources:
          - url: ${MIRROR}
            replaces: [stable, candidate]
            keyring: auto
            selections:
              - {os: ubuntu, release: noble, arches: [amd64]}
        settings:
          commissioning_distro_series: noble

        """

    /// Ends with a newline.
    package static func text() -> String {
        ([introduction, exampleSection]
            + DocumentKeyHelp.groups.map { "\($0.title)\n\n" + HelpTable.text($0.rows) }
            + [doing]).joined(separator: "\n")
    }

    private static let introduction = """
        A document says where regions get their images from, which images, the settings that bear on
        them, and the mirrors a site keeps. It is YAML; JSON is YAML.

        \(HelpTable.text(commands))
        """

    private static var exampleSection: String {
        "EXAMPLE\n\n"
            + example.split(separator: "\n").map { "    \($0)\n" }.joined()
    }

    private static let doing = """
        WHAT APPLY DOES

        Things are matched by what they are: a source by its address, a selection by system and release
        within its source, a mirror by its directory. What the document names is made to be there.
        Nothing goes unless --prune is given: then sources, selections and architectures go that the
        document does not name.

        The order is settings, sources, selections, import, releases, and removals after all of them. A
        second run changes nothing. A part that fails does not stop the others, and a run that is cut off
        is made good by the next.

        """

    private static let commands = [
        ("maas-boot export > maas.yaml", "begin with what is there"),
        ("maas-boot plan -f maas.yaml", "what differs; exits 2 when something does"),
        ("maas-boot apply -f maas.yaml --wait", "make it so, and wait for the images"),
    ]
}
