/// What each key of a document means, place by place. A test compares it with the keys that are read.
package enum DocumentKeyHelp {
    /// The keys of one place.
    package struct Group: Sendable {
        package let title: String
        package let rows: [(term: String, meaning: String)]
    }

    /// All places, from the document down.
    package static let groups = [
        Group(
            title: "THE DOCUMENT",
            rows: [
                ("version", "1"),
                ("variables", "environment variables that ${NAME} stands for in values"),
                ("import", "whether a change is followed by an import; true when left out"),
                ("settings", "settings of the region"),
                ("sources", "boot sources; left out, they are left alone"),
                ("regions", "the regions by profile; left out, those of -p or the usual one"),
                ("mirrors", "the mirrors this machine keeps"),
            ]),
        Group(
            title: "SETTINGS",
            rows: [
                ("boot_images_auto_import", "the hourly import"),
                ("boot_images_no_proxy", "fetch images past the proxy"),
                ("http_proxy", "the proxy; empty for none"),
                ("enable_http_proxy", "whether it is used"),
                ("commissioning_distro_series", "the release to commission with, once it is there"),
                ("default_osystem", "the system to deploy"),
                ("default_distro_series", "the release to deploy, once it is there"),
            ]),
        Group(
            title: "A SOURCE",
            rows: [
                ("url", "stable, candidate, or a URL"),
                ("replaces", "addresses; a source with one of them is switched in place"),
                ("keyring", "auto, server:/PATH on the region, file:FILE here, or base64:..."),
                ("name", "MAAS 3.8 on"),
                ("priority", "the higher wins; MAAS 3.8 on"),
                ("enabled", "MAAS 3.8 on"),
                ("skip_keyring_verification", "MAAS 3.8 on"),
                ("selections", "images to take; left out, they are left alone"),
            ]),
        Group(
            title: "A SELECTION",
            rows: [
                ("os", "ubuntu, centos"),
                ("release", "noble"),
                ("arches", "a list: [amd64, arm64]"),
                ("subarches", "[\"*\"] when left out"),
                ("labels", "[\"*\"] when left out"),
            ]),
        Group(
            title: "A REGION",
            rows: [
                ("profile", "its name"),
                ("settings", "laid over the document's, name by name"),
                ("sources", "in place of the document's"),
            ]),
        Group(
            title: "A MIRROR",
            rows: [
                ("directory", "where it is"),
                ("upstream", "stable, candidate, or a URL"),
                ("keyring", "a file with the keys that may sign"),
                ("path", "where the index is below upstream"),
                ("filters", "a list: see maas-boot help filters"),
                ("os", "operating systems"),
                ("releases", "releases, by name or number"),
                ("arches", "architectures"),
                ("subarches", "kernels"),
                ("labels", "labels"),
                ("max", "the newest versions of each product to keep"),
                ("keep", "with max: keep versions that left upstream"),
                ("keep_days", "days that files stay which nothing names any more"),
                ("sign", "a key, auto or none, as for mirror sync"),
                ("cache", "a directory here with the items of a mirror in s3://"),
            ]),
    ]
}
