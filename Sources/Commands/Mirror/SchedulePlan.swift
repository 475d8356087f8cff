/// What is to be done so that a schedule is there, or is gone.
struct SchedulePlan: Sendable {
    /// One step.
    enum Step: Hashable, Sendable {
        case write(ScheduleFile)
        case remove(String)
    }

    /// What is at a path now.
    enum Found: Hashable, Sendable {
        case nothing
        case text(String)
        case link(String)
    }

    let steps: [Step]

    /// Plans an installation.
    ///
    /// Throws where a file by another hand would be overwritten without leave.
    init(
        installing files: [ScheduleFile], force: Bool, found: (String) throws(Failure) -> Found
    ) throws(Failure) {
        var steps: [Step] = []
        for file in files {
            switch (try found(file.path), file.content) {
            case (.text(let old), .text(let new)) where old == new: continue
            case (.link(let old), .link(let new)) where Self.name(old) == Self.name(new): continue
            case (.nothing, _): break
            case (.text(let old), .text) where force || ScheduleFile.isOurs(old): break
            case _ where force: break
            default: throw Self.foreign(file.path)
            }
            steps.append(.write(file))
        }
        self.steps = steps
    }

    /// Plans a removal: links first, so that nothing points to what is gone.
    init(
        removing files: [ScheduleFile], force: Bool, found: (String) throws(Failure) -> Found
    ) throws(Failure) {
        var steps: [Step] = []
        for file in files.reversed() {
            switch try found(file.path) {
            case .nothing: continue
            case .text(let old) where !force && !ScheduleFile.isOurs(old):
                throw Self.foreign(file.path)
            case .text, .link: steps.append(.remove(file.path))
            }
        }
        self.steps = steps
    }

    /// `systemctl enable` writes links from the root, this program relative ones; both mean the same.
    private static func name(_ path: String) -> Substring {
        path.split(separator: "/").last ?? ""
    }

    private static func foreign(_ path: String) -> Failure {
        Failure(
            .failed, "\(path) was not made by this program and stays as it is",
            hint: "move it away, or overwrite it with --force", details: ["path": .string(path)])
    }
}
