internal import FoundationEssentials

/// A region's state in a file, so that it outlives the process.
package enum SavedState {
    /// Why a state could not be read.
    package struct Unreadable: Error, CustomStringConvertible {
        /// The file's path.
        package var path: String
        package var reason: String

        package var description: String {
            "\(path) holds no sandbox state (\(reason)); remove it to start afresh"
        }
    }

    /// The state in the file at `path`; nil when there is no file.
    package static func read(_ path: String) throws(Unreadable) -> RegionState? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        do {
            let data = try Data(contentsOf: URL(filePath: path))
            return try JSONDecoder().decode(RegionState.self, from: data)
        } catch {
            throw Unreadable(path: path, reason: String(describing: error))
        }
    }

    /// Writes `state` to `path` in one step, readable by its owner alone: it holds keys.
    package static func write(_ state: RegionState, to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        try encoder.encode(state).write(to: URL(filePath: path), options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }
}
