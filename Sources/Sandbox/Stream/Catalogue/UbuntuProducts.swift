/// The products of `com.ubuntu.maas:LABEL:v3:download`: one for each release, architecture and
/// kernel.
///
/// Squashfs and manifest belong to release, architecture and version: every kernel's product
/// names the same two files.
struct UbuntuProducts {
    let label: String
    let configuration: SampleStreamConfiguration
    let files: SampleFiles
    /// Version names, oldest first.
    let versions: [String]

    func contentID() -> SampleContentID {
        var products: [SampleProduct] = []
        for release in configuration.releases {
            for arch in configuration.arches {
                products += configuration.kernels.map { product(release, arch, $0) }
            }
        }
        return SampleContentID(name: "com.ubuntu.maas:\(label):v3:download", products: products)
    }

    private func product(
        _ release: SampleRelease, _ arch: String, _ kernel: SampleKernel
    ) -> SampleProduct {
        let subarch = kernel.subarch(release)
        return SampleProduct(
            name: "com.ubuntu.maas.\(label):v3:boot:\(release.version):\(arch):\(subarch)",
            tags: tags(release, arch, kernel),
            versions: versions.map {
                SampleVersion(name: $0, items: items(release, arch, kernel, version: $0))
            })
    }

    private func tags(
        _ release: SampleRelease, _ arch: String, _ kernel: SampleKernel
    ) -> [String: String] {
        [
            "arch": arch, "kflavor": kernel.flavour, "krel": release.name, "label": label,
            "os": "ubuntu", "release": release.name, "release_codename": release.codename,
            "release_title": release.version + " LTS", "subarch": kernel.subarch(release),
            "subarches": subarches(release, kernel), "support_eol": release.supportEnd,
            "support_esm_eol": release.extendedSupportEnd, "version": release.version,
        ]
    }

    /// Every subarchitecture that a machine may ask for and this kernel serves.
    private func subarches(_ release: SampleRelease, _ kernel: SampleKernel) -> String {
        var names = ["generic", "hwe-p", "hwe-q", "hwe-r", "hwe-s", "hwe-t", "hwe-u", "hwe-v"]
        for older in configuration.releases where older.version <= release.version {
            names.append(SampleKernel.ga.subarch(older))
        }
        let own = kernel.subarch(release)
        return (names.filter { $0 != own } + [own]).joined(separator: ",")
    }

    private func items(
        _ release: SampleRelease, _ arch: String, _ kernel: SampleKernel, version: String
    ) -> [SampleItem] {
        let root = "\(release.name)/\(arch)/\(version)/"
        let boot = root + "\(kernel.folder(release))/\(kernel.flavour)/"
        let from = ["kpackage": kernel.package(release)]
        return [
            files.item("boot-initrd", ftype: "boot-initrd", path: boot + "boot-initrd", tags: from),
            files.item("boot-kernel", ftype: "boot-kernel", path: boot + "boot-kernel", tags: from),
            files.item("manifest", ftype: "manifest", path: root + "squashfs.manifest"),
            files.item("squashfs", ftype: "squashfs", path: root + "squashfs"),
        ]
    }
}
