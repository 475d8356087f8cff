internal import MAAS

extension DocumentPlanner {
    /// Releases that settings are to name and that no selection brings: they wait for ever, unless
    /// the image is there by another way.
    func releaseWarnings(_ steps: [DocumentStep]) -> [String] {
        steps.compactMap { step in
            guard case .set(let name, let value) = step.action,
                name == .commissioningRelease || name == .defaultRelease,
                let release = value.nonEmptyText
            else { return nil }
            let os = name == .defaultRelease ? defaultOS : CommissioningGuard.os
            guard !isSelected(os, release) else { return nil }
            return
                "no selection brings \(os)/\(release), which \(name.rawValue) is to name: unless "
                + "the image is there already, that has to be left undone"
        }
    }

    private var defaultOS: String {
        let wish = part.settings.first { $0.name == .defaultOS }?.value.nonEmptyText
        return wish ?? snapshot.settings[.defaultOS]?.nonEmptyText ?? CommissioningGuard.os
    }

    private func isSelected(_ os: String, _ release: String) -> Bool {
        let wished = (part.sources ?? []).flatMap { $0.selections ?? [] }
        return wished.contains { $0.os == os && $0.release == release }
            || snapshot.sources.flatMap(\.selections).contains {
                $0.os == os && $0.release == release
            }
    }
}
