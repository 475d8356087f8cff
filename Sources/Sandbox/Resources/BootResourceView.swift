/// How the API shows an image, which differs between generations.
struct BootResourceView {
    private let flavour: MAASFlavour
    /// Region controllers there are, and those that still answer.
    private let controllers: (all: Int, alive: Int)

    init(_ state: RegionState) {
        flavour = state.flavour
        let isLost = state.faults.contains(.lostRegionController) && flavour.keepsImagesOnRegions
        let count = isLost ? max(2, state.regionControllers) : state.regionControllers
        controllers = (count, isLost ? count - 1 : count)
    }

    /// What a list shows of an image.
    func members(_ resource: BootResource) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = [
            .init("id", .int(resource.id)), .init("type", .string(resource.type)),
            .init("name", .string(resource.name)),
            .init("architecture", .string(resource.architecture)),
            .init("resource_uri", .string("/MAAS/api/2.0/boot-resources/\(resource.id)/")),
        ]
        if flavour >= .v3_5 { members.append(.init("last_deployed", .null)) }
        return members + resource.extra
    }

    /// What an item shows: the sets too, newest first.
    func item(_ resource: BootResource) -> JSONValue {
        let sets = resource.sets.reversed().map { JSONValue.Member($0.version, show($0)) }
        return .object(members(resource) + [.init("sets", .object(sets))])
    }

    private func show(_ set: BootResource.ImageSet) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("version", .string(set.version)), .init("label", .string(set.label)),
            .init("size", .int(set.size)),
        ]
        members += progress(stored: set.stored, size: set.size)
        let files = set.files.map { JSONValue.Member($0.file.name, show($0)) }
        return .object(members + [.init("files", .object(files))])
    }

    private func show(_ stored: BootResource.StoredFile) -> JSONValue {
        let file = stored.file
        var members: [JSONValue.Member] = [
            .init("filename", .string(file.name)), .init("filetype", .string(file.type)),
            .init("sha256", .string(file.sha256)),
        ]
        if flavour >= .v3_5 {
            members.append(.init("filename_on_disk", .string(String(file.sha256.prefix(7)))))
        }
        members.append(.init("size", .int(file.size)))
        if flavour.keepsImagesOnRegions {
            members += progress(stored: stored.stored, size: file.size)
        } else {
            members += databaseFileProgress(stored)
        }
        return .object(members)
    }

    /// `complete`, and `progress` in percent while it is false. From 3.5 on every region
    /// controller counts; before, a whole zero is written without a fraction.
    private func progress(stored: Int, size: Int) -> [JSONValue.Member] {
        let isComplete = stored >= size && controllers.alive == controllers.all
        guard !isComplete else { return [.init("complete", .bool(true))] }
        let held = Double(stored * controllers.alive)
        let percent = size > 0 ? 100 * held / Double(size * controllers.all) : 0
        let shown: JSONValue =
            percent == 0 && !flavour.keepsImagesOnRegions ? .int(0) : .double(percent)
        return [.init("complete", .bool(false)), .init("progress", shown)]
    }

    /// A file's `progress` before 3.5: not a percentage but its size over the bytes stored.
    private func databaseFileProgress(_ stored: BootResource.StoredFile) -> [JSONValue.Member] {
        guard !stored.isComplete else { return [.init("complete", .bool(true))] }
        let ratio: JSONValue =
            stored.stored == 0
            ? .int(0) : .double(Double(stored.file.size) / Double(stored.stored))
        return [.init("complete", .bool(false)), .init("progress", ratio)]
    }
}
