/// The text of `help filters`: how to say which images a mirror takes.
package enum FilterHelp {
    /// Filters that are right as they stand, and what each takes.
    package static let examples = [
        ("arch=amd64", "amd64 alone; of the boot loaders that leaves UEFI's, not pxelinux"),
        ("release~(jammy|noble)", "two releases"),
        ("release~^noble$", "one release; release=noble is the same"),
        ("os~(grub|pxelinux)", "boot loaders, whatever their architecture"),
        ("subarch!~hwe", "no hardware enablement kernels"),
        ("ftype!=manifest", "no lists of packages"),
    ]

    /// Ends with a newline.
    package static func text() -> String {
        [introduction, operators, tags, written, surprises].joined(separator: "\n")
    }

    private static let introduction = """
        Filters say which images maas-boot mirror plan and mirror sync take. There are two ways to say
        it, and both may be used in one line: an item is taken when it passes everything that is said.

        OPTIONS, FOR PEOPLE

        \(HelpTable.text(options))
        With these options alone the boot loaders that the architectures need come along.

        """

    private static let operators = """
        FILTERS, AS SSTREAM-MIRROR TAKES THEM

        They stand behind the directory, each one word of the shell, so quote them.

        \(HelpTable.text(operatorTable))
        Spaces round the operator do not count. A tag that an item does not have is the empty text.
        Regular expressions are those of Python's re; what cannot mean the same here is refused.

        """

    private static let tags = """
        TAGS

        A tag of the stream, a product, a version or an item counts for all below it; the lowest wins.

        \(HelpTable.text(tagTable))
        """

    private static var written: String {
        "EXAMPLES\n\n" + HelpTable.text(examples.map { ("'\($0.0)'", $0.1) })
    }

    private static let surprises = """
        WHAT SURPRISES

        Filters hold for boot loaders too, which have no release, and pxelinux is of i386. So a mirror
        by filters takes two lines, as in the MAAS docs, and a mirror by options takes one.

        In a pattern, * repeats the letter before it: grub* finds grub, and gru as well. A comma makes
        no list: write arch~^(amd64|arm64)$. Such filters work as written, and a warning names them.

        Filters that take nothing are an error (exit status 7) that says what the stream has.

        Each set of filters is recorded with the mirror. A line without filters brings all recorded sets
        up to date; a line with filters replaces those that have a product in common with it. --add and
        --replace say it outright. --max alone changes how many versions the recorded sets keep.

        """

    private static let options = [
        ("--release noble,22.04", "releases, by name or number; or ubuntu/noble"),
        ("--arch amd64,arm64", "architectures, as MAAS names them"),
        ("--os ubuntu", "operating systems"),
        ("--subarch ga-24.04", "kernels"),
        ("--label stable", "labels"),
        ("--max 2", "the newest two versions of each product"),
    ]

    private static let operatorTable = [
        ("KEY=VALUE", "the tag is VALUE"),
        ("KEY!=VALUE", "the tag is not VALUE"),
        ("KEY~REGEX", "the regular expression is found somewhere in the tag"),
        ("KEY!~REGEX", "it is not found there"),
    ]

    private static let tagTable = [
        ("arch", "amd64, arm64, ppc64el, s390x, i386"),
        ("os", "ubuntu, centos, grub-efi-signed, grub-efi, grub-ieee1275, pxelinux"),
        ("release", "noble, jammy; boot loaders have none"),
        ("version", "the release's number: 24.04"),
        ("subarch", "the kernel: ga-24.04, hwe-24.04"),
        ("label", "stable, candidate"),
        ("ftype", "boot-kernel, boot-initrd, squashfs, manifest, root-tgz, archive.tar.xz"),
        ("product_name", "com.ubuntu.maas.stable:v3:boot:24.04:amd64:ga-24.04"),
        ("version_name", "20260115"),
        ("item_name", "boot-kernel"),
        ("content_id", "com.ubuntu.maas:stable:v3:download"),
    ]
}
