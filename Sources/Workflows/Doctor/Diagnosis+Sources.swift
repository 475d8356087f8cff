internal import MAAS
internal import SimpleStreams

extension Diagnosis {
    static func sources(_ examination: Examination) -> [Finding] {
        guard let sources = examination.sources else { return [] }
        guard !sources.isEmpty else {
            return [
                Finding(
                    "sources", .problem, "the region has no boot source",
                    fix: "maas-boot source add stable --keyring auto")
            ]
        }
        let empty = sources.filter {
            $0.selections.isEmpty && $0.isEnabled
        }
        let findings = empty.map { item in
            Finding(
                "selections", .warning, emptyMessage(item.source, examination.version),
                fix: "maas-boot selection ensure ubuntu/noble:amd64 --source \(item.source.id)")
        }
        let all = findings + sources.filter(\.isEnabled).flatMap(void)
        return all.isEmpty
            ? [
                Finding(
                    "sources", .ok,
                    "\(Counted.text(sources.count, "boot source")), each with selections")
            ]
            : all
    }

    /// Selections whose empty list matches no image.
    private static func void(_ item: RegionStatus.Source) -> [Finding] {
        item.selections.compactMap { selection in
            let lists = [
                ("architectures", selection.arches), ("subarchitectures", selection.subarches),
                ("labels", selection.labels),
            ]
            guard let (name, _) = lists.first(where: \.1.isEmpty) else { return nil }
            let images = "\(selection.os)/\(selection.release)"
            let arches = selection.arches.isEmpty ? ["amd64"] : selection.arches
            return Finding(
                "selections", .warning,
                "the selection \(images) of boot source \(item.source.id) has no \(name), so it takes "
                    + "no image",
                fix: "maas-boot selection ensure \(images):\(arches.joined(separator: ",")) "
                    + "--source \(item.source.id)")
        }
    }

    /// Up to 3.7 an empty list of filters means "everything" unless the mirror has boot loaders.
    private static func emptyMessage(_ source: BootSource, _ version: RegionVersion) -> String {
        version.hasSourcePriorities
            ? "boot source \(source.id) has no selections, so nothing comes from it"
            : "boot source \(source.id) has no selections: depending on the stream that means "
                + "nothing but boot loaders, or every image there is"
    }

    static func keyrings(_ examination: Examination) -> [Finding] {
        let sources = (examination.sources ?? []).map(\.source)
        let snap = sources.contains { $0.keyringFilename.hasPrefix("/snap/") }
        let debian = sources.contains { $0.keyringFilename.hasPrefix("/usr/share/keyrings/") }
        if snap, debian {
            return [
                Finding(
                    "keyring-path", .problem,
                    "some sources name a keyring of the snap and some one of the Debian package; "
                        + "a region has one of them",
                    fix: "maas-boot source update ID --keyring server:PATH")
            ]
        }
        let odd = sources.filter { source in
            ["/home/", "/root/", "/tmp/", "~"].contains {
                source.keyringFilename.hasPrefix($0)
            }
        }
        return odd.map { source in
            Finding(
                "keyring-path", .warning,
                "boot source \(source.id) names the keyring \(source.keyringFilename), which the "
                    + "region's own user and a snap cannot read",
                fix: "maas-boot source update \(source.id) --keyring FILE")
        }
    }

    /// A machine boots the commissioning release before it gets any other.
    static func releases(_ examination: Examination) -> [Finding] {
        guard let sources = examination.sources,
            let release = examination.settings[.commissioningRelease]?.nonEmptyText
        else { return [] }
        let os = CommissioningGuard.os
        let selected = sources.filter(\.isEnabled).flatMap(\.selections).contains {
            $0.os == os && ($0.release == release || $0.release == "*")
        }
        guard !selected else {
            return [Finding("commissioning", .ok, "\(os)/\(release) is selected")]
        }
        return [
            Finding(
                "commissioning", .problem,
                "machines commission with \(os)/\(release), which no source selects",
                fix: "maas-boot selection ensure \(os)/\(release):amd64")
        ]
    }
}
