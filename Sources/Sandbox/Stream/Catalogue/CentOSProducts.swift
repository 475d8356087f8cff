/// The products of `com.ubuntu.maas:LABEL:centos-bases-download`.
struct CentOSProducts {
    let label: String
    let files: SampleFiles
    /// Version names, oldest first.
    let versions: [String]

    func contentID() -> SampleContentID {
        SampleContentID(
            name: "com.ubuntu.maas:\(label):centos-bases-download",
            products: [
                product("centos70", "7.0", "CentOS 7", end: "2024-06-30"),
                product("8", "8", "CentOS 8", end: "2029-05-31"),
            ])
    }

    private func product(
        _ release: String, _ version: String, _ title: String, end: String
    ) -> SampleProduct {
        SampleProduct(
            name: "com.ubuntu.maas.\(label):centos-bases:\(version):amd64",
            tags: [
                "arch": "amd64", "label": label, "os": "centos", "release": release,
                "release_title": title, "subarch": "generic", "subarches": "generic",
                "support_eol": end, "version": version,
            ],
            versions: versions.map { name in
                let path = "centos/\(release)/amd64/\(name)/root-tgz"
                return SampleVersion(
                    name: name,
                    items: [
                        files.item("manifest", ftype: "manifest", path: path + ".manifest"),
                        files.item("root-tgz", ftype: "root-tgz", path: path),
                    ])
            })
    }
}
