import Sandbox

/// What the live region held when a recording began, as far as the recording shows it.
enum Seed {
    /// Makes `state` match the start of `recording`.
    static func apply(_ recording: Recording, to state: inout RegionState) {
        let series: [MAASFlavour: String] = [.v3_3: "focal", .v3_5: "jammy"]
        let release = JSONValue.string(series[recording.flavour] ?? "noble")
        state.settings["commissioning_distro_series"] = release
        state.settings["default_distro_series"] = release
        state.settings["maas_name"] = "vm"
        state.settings["completed_intro"] = false
        if recording.flavour == .v3_7 { state.settings["http_proxy"] = "" }
        state.keyringFiles.formUnion([
            "/usr/share/keyrings/lab-keyrings1.gpg",
            "/usr/share/keyrings/debian-archive-keyring.gpg",
        ])
        if recording.flavour == .v3_3, recording.topic == "11-failing-imports" {
            // The official keyring was not on that machine, and silenced every import.
            state.keyringFiles.remove(DefaultContent.debKeyring)
        }
        addSources(recording, &state)
        addResources(recording, &state)
        addSelections(recording, &state)
        addNotices(recording, &state)
        addEvents(recording, &state)
    }

    /// Events of the first list, where no import logged any before it.
    private static func addEvents(_ recording: Recording, _ state: inout RegionState) {
        guard recording.flavour == .v3_3, recording.topic == "11-failing-imports",
            let list = recording.exchanges.first(where: { $0.path.contains("/events/") })
        else { return }
        for event in (list.answerJSON?["events"]?.elements ?? []).reversed() {
            state.events.append(
                RegionEvent(
                    id: event["id"]?.number ?? 0, level: event["level"]?.text ?? "",
                    type: event["type"]?.text ?? "",
                    description: event["description"]?.text ?? "", created: recording.start))
        }
    }

    /// Notices of the first list that imports have nothing to do with.
    private static func addNotices(_ recording: Recording, _ state: inout RegionState) {
        let list = recording.exchanges.first {
            $0.path.hasSuffix("notifications/") && $0.status == 200
        }
        for notice in list?.answerJSON?.elements ?? [] {
            let ident = notice["ident"]?.text
            guard ident?.hasPrefix("Image ") != true, ident?.hasPrefix("commissioning_s") != true
            else {
                continue
            }
            state.notifications.append(
                RegionNotification(
                    id: state.nextID("notification"), ident: ident,
                    message: notice["message"]?.text ?? ""))
        }
    }

    /// Sources that a path names, or a list shows, before anything made them.
    private static func addSources(_ recording: Recording, _ state: inout RegionState) {
        var made: Set<Int> = []
        for exchange in recording.exchanges {
            if exchange.method == "POST", exchange.path.hasSuffix("boot-sources/"),
                let id = exchange.answerJSON?["id"]?.number
            {
                made.insert(id)
            }
            if exchange.method == "GET", exchange.path.hasSuffix("boot-sources/"),
                exchange.status == 200
            {
                for source in exchange.answerJSON?.elements ?? [] {
                    guard let id = source["id"]?.number, made.insert(id).inserted,
                        !exchange.name.contains("without any source")
                    else { continue }
                    state.sources.append(BootSource(listed: source, id: id))
                }
            }
            if let id = sourceID(exchange.path), exchange.status < 400 || exchange.status == 403,
                made.insert(id).inserted, !exchange.name.contains("its selections")
            {
                state.sources.append(
                    BootSource(
                        id: id, url: "http://127.0.0.1:5290/old\(id)/", keyringFilename: "/a"))
            }
        }
    }

    private static func sourceID(_ path: String) -> Int? {
        guard let match = path.firstMatch(of: /boot-sources\/(\d+)\//) else { return nil }
        return Int(match.1)
    }

    /// Images the first list shows, when no import went before it.
    private static func addResources(_ recording: Recording, _ state: inout RegionState) {
        for exchange in recording.exchanges {
            if exchange.path.contains("op=import"), recording.topic != "11-failing-imports",
                exchange.status == 200
            {
                return
            }
            guard exchange.path.hasSuffix("boot-resources/"), exchange.status == 200,
                exchange.method == "GET"
            else { continue }
            for resource in exchange.answerJSON?.elements ?? [] {
                state.resources.append(BootResource(listed: resource))
            }
            return
        }
    }

    /// The selections of `07-boot-resources`, made before it.
    private static func addSelections(_ recording: Recording, _ state: inout RegionState) {
        for exchange in recording.exchanges where exchange.name == "its selections" {
            guard let id = sourceID(exchange.path), state.sources.contains(where: { $0.id == id })
            else { continue }
            state.selections.append(
                BootSourceSelection(
                    id: 1, sourceID: id, os: "ubuntu", release: "focal", arches: ["amd64"]))
        }
        guard recording.topic == "07-boot-resources", let source = state.sources.first else {
            return
        }
        state.caches[source.id] = CatalogueCache()
        let both = ["amd64", "arm64"]
        if recording.flavour == .v3_7 {
            state.selections.append(
                BootSourceSelection(
                    id: 1, sourceID: source.id, os: "ubuntu", release: "noble", arches: ["amd64"]))
        }
        state.selections.append(
            BootSourceSelection(
                id: 2, sourceID: source.id, os: "ubuntu", release: "jammy", arches: both))
    }
}

extension BootSource {
    init(listed: JSONValue, id: Int) {
        self.init(
            id: id, url: listed["url"]?.text ?? "",
            keyringFilename: listed["keyring_filename"]?.text ?? "", created: 1_795_000_000.5,
            name: listed["name"]?.text, priority: listed["priority"]?.number ?? 1)
    }
}

extension BootResource {
    init(listed: JSONValue) {
        let extra = listed["subarches"].map { [JSONValue.Member("subarches", $0)] } ?? []
        self.init(
            id: listed["id"]?.number ?? 0, name: listed["name"]?.text ?? "",
            architecture: listed["architecture"]?.text ?? "", extra: extra,
            isBootloader: extra.isEmpty)
    }
}
