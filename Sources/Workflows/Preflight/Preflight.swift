internal import MAAS
internal import SimpleStreams

/// Compares a stream's catalogue with what a region needs: pure.
package enum Preflight {
    /// What is missing and would keep machines from booting.
    package static func problems(
        _ catalogue: StreamCatalogue, _ needs: PreflightNeeds
    ) -> [String] {
        missingImages(catalogue, needs) + missingCommissioning(catalogue, needs)
            + missingBootloaders(catalogue, needs)
    }

    /// What a person should know, although everything selected is there.
    package static func warnings(
        _ catalogue: StreamCatalogue, _ needs: PreflightNeeds
    ) -> [String] {
        guard needs.deployment.count == 2 else { return [] }
        let (os, release) = (needs.deployment[0], needs.deployment[1])
        let isSelected = needs.selections.contains { $0.os == os && $0.release == release }
        guard isSelected, !catalogue.offers(os, release, "*") else { return [] }
        return ["machines are deployed with \(os)/\(release) by default, which is not offered"]
    }

    private static func missingImages(
        _ catalogue: StreamCatalogue, _ needs: PreflightNeeds
    ) -> [String] {
        needs.selections.compactMap { selection in
            let arches = selection.arches.filter {
                !catalogue.offers(selection.os, selection.release, $0)
            }
            guard !arches.isEmpty else { return nil }
            let name = "\(selection.os)/\(selection.release)"
            return arches.count == selection.arches.count
                ? "it does not offer \(name), which is selected"
                : "it does not offer \(name) for \(arches.joined(separator: ", "))"
        }
    }

    private static func missingCommissioning(
        _ catalogue: StreamCatalogue, _ needs: PreflightNeeds
    ) -> [String] {
        guard let release = needs.commissioning,
            !catalogue.offers(CommissioningGuard.os, release, "*")
        else { return [] }
        return [
            "machines commission with \(CommissioningGuard.os)/\(release), which is not offered"
        ]
    }

    private static func missingBootloaders(
        _ catalogue: StreamCatalogue, _ needs: PreflightNeeds
    ) -> [String] {
        let arches = Set(needs.selections.flatMap(\.arches)).subtracting(["*"])
        guard !arches.isEmpty else { return [] }
        let missing = Bootloader.needed(for: arches.sorted())
            .filter { !catalogue.bootloaders.contains($0) }
            .map { "\($0.tags.os)/\($0.tags.arch)" }
        guard !missing.isEmpty else { return [] }
        let loaders = missing.count == 1 ? "boot loader" : "boot loaders"
        return [
            "it lacks the \(loaders) \(missing.joined(separator: ", ")), without which machines do "
                + "not start"
        ]
    }
}
