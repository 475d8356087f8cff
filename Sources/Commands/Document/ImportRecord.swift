internal import FoundationEssentials
internal import Workflows

/// A file for each region in which a run is to order an import: there from the run's first change
/// until the order. Among the records of runs, with mode 0600.
struct ImportRecord: ApplyRecord {
    private let directory: String
    private let path: String
    private let region: String

    init(region: String, in directories: Directories) {
        let name = region.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
        directory = "\(directories.state)/imports-due"
        path = "\(directory)/\(String(name.prefix(200)))"
        self.region = region
    }

    /// Two regions may share a file's name, so the file says whose it is.
    func importIsDue() -> Bool {
        guard let bytes = try? PrivateFile.read(path, limit: 1 << 16) else { return false }
        return String(decoding: bytes, as: UTF8.self) == "\(region)\n"
    }

    func begin() throws {
        guard !importIsDue() else { return }
        try Directory.make(directory)
        try PrivateFile.write("\(region)\n", to: path)
    }

    /// A record that cannot be removed costs one import too many.
    func end() {
        try? FileManager.default.removeItem(atPath: path)
    }
}
