internal import FoundationEssentials
internal import Glibc

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
        let bytes = try encoder.encode(state)
        // mkstemp makes it 0600, before there is anything in it.
        var draft = Array("\(path).XXXXXX".utf8CString)
        let descriptor = mkstemp(&draft)
        guard descriptor >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        close(descriptor)
        do {
            let name = draft.dropLast().map(UInt8.init(bitPattern:))
            let place = String(decoding: name, as: UTF8.self)
            try bytes.write(to: URL(filePath: place))
            guard rename(draft, path) == 0 else {
                throw POSIXError(.init(rawValue: errno) ?? .EIO)
            }
        } catch {
            unlink(draft)
            throw error
        }
    }
}
