internal import MAAS
internal import SimpleStreams

extension Diagnosis {
    static func images(_ examination: Examination) -> [Finding] {
        let incomplete = examination.images.filter { !$0.complete }
        let missing = missing(examination)
        guard !incomplete.isEmpty else {
            return missing.isEmpty
                ? [
                    Finding(
                        "images", .ok,
                        "\(Counted.text(examination.images.count, "image")), all complete")
                ] : missing
        }
        let names = incomplete.map { "\($0.name) \($0.arch)/\($0.subarch) (\($0.percent) %)" }
            .joined(separator: ", ")
        guard !examination.importing else {
            return [Finding("images", .ok, "being fetched: \(names)")] + missing
        }
        let controllers =
            examination.version.keepsImagesOnRegions && examination.regionControllers > 1
            ? "; all \(examination.regionControllers) region controllers must hold an image" : ""
        return [
            Finding(
                "images", .warning, "incomplete, and nothing is importing: \(names)\(controllers)",
                fix: "maas-boot import start --wait")
        ] + missing
    }

    /// Images that are selected and of which nothing is there, unless an import may yet begin them.
    private static func missing(_ examination: Examination) -> [Finding] {
        let selections = (examination.sources ?? []).filter(\.isEnabled).flatMap(\.selections)
        let absent = WantedImage.from(selections).filter { wanted in
            !wanted.name.contains("/*") && !examination.images.contains(where: wanted.matches)
        }
        guard !absent.isEmpty else { return [] }
        let names = absent.map(\.name).joined(separator: ", ")
        return examination.importing
            ? [Finding("images", .ok, "not begun yet: \(names)")]
            : [
                Finding(
                    "images", .warning, "selected, and not there: \(names)",
                    fix: "maas-boot import start --wait")
            ]
    }

    static func notices(_ examination: Examination) -> [Finding] {
        examination.notices.map { notice in
            Finding(
                "notice", notice.category == "error" ? .problem : .warning,
                "the region says: \(notice.plainMessage)")
        }
    }

    static func racks(_ examination: Examination) -> [Finding] {
        examination.racks.map { rack in
            guard rack.state.connected, rack.state.status == "synced" else {
                let state = rack.state.connected ? rack.state.status : "disconnected"
                return Finding(
                    "rack", .warning, "rack controller \(rack.hostname) is \(state)")
            }
            return Finding("rack", .ok, "rack controller \(rack.hostname) has the images")
        }
    }
}
