internal import FoundationEssentials
internal import Glibc

/// Carries out the steps of a schedule's plan.
enum ScheduleDisk {
    /// What is at a path.
    static func found(_ path: String) throws(Failure) -> SchedulePlan.Found {
        if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) {
            return .link(target)
        }
        guard access(path, F_OK) == 0 else { return .nothing }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw PrivateFile.refused("read", path, errno)
        }
        return .text(String(decoding: data, as: UTF8.self))
    }

    /// Carries out one step. A reader sees the old file or the new one.
    static func perform(_ step: SchedulePlan.Step) throws(Failure) {
        switch step {
        case .remove(let path):
            guard unlink(path) == 0 || errno == ENOENT else { throw refused("remove", path) }
        case .write(let file):
            try makeDirectory(DirectoryPath.parent(of: file.path))
            switch file.content {
            case .text(let text):
                let problem = PublicFile.write(Array(text.utf8), to: file.path, for: .all)
                if let problem { throw refused("write", file.path, problem) }
            case .link(let target):
                unlink(file.path)
                guard symlink(target, file.path) == 0 else { throw refused("write", file.path) }
            }
        }
    }

    private static func makeDirectory(_ path: String) throws(Failure) {
        guard mkdir(path, 0o755) != 0, errno != EEXIST else { return }
        guard errno == ENOENT, path != "/" else { throw refused("make", path) }
        try makeDirectory(DirectoryPath.parent(of: path))
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw refused("make", path) }
    }

    private static func refused(
        _ verb: String, _ path: String, _ code: Int32 = errno
    ) -> Failure {
        var failure = PrivateFile.refused(verb, path, code)
        if code == EACCES || code == EPERM {
            failure.kind = .notPermitted
            failure.hint = "run it with sudo, or with --user for a timer of your own"
        }
        return failure
    }
}
