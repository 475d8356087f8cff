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

    /// Why a state cannot be kept.
    package struct Unwritable: Error, CustomStringConvertible {
        /// The file's path.
        package var path: String
        package var reason: String

        package var description: String { "the state cannot be kept in \(path): \(reason)" }
    }

    /// The state in the file at `path`; nil when there is no file.
    package static func read(_ path: String) throws(Unreadable) -> RegionState? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Unreadable(path: path, reason: "it cannot be read")
        }
        do {
            return try JSONDecoder().decode(RegionState.self, from: data)
        } catch {
            throw Unreadable(path: path, reason: "its JSON is not that of a state")
        }
    }

    /// Fails now where `write` would fail later: no directory, no permission, a directory in the
    /// file's place.
    package static func check(_ path: String) throws(Unwritable) {
        var isDirectory = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory {
            throw Unwritable(path: path, reason: "that is a directory; give a file")
        }
        unlink(try draft(for: path))
    }

    /// Writes `state` to `path` in one step, readable by its owner alone: it holds keys.
    package static func write(_ state: RegionState, to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let bytes = try encoder.encode(state)
        let draft = try draft(for: path)
        do {
            try bytes.write(to: URL(filePath: draft))
        } catch {
            unlink(draft)
            throw Unwritable(path: path, reason: "its bytes cannot be written")
        }
        guard rename(draft, path) == 0 else {
            let reason = reason(errno)
            unlink(draft)
            throw Unwritable(path: path, reason: reason)
        }
    }

    /// Makes an empty file beside `path`, 0600 from the first, and returns its path.
    private static func draft(for path: String) throws(Unwritable) -> String {
        var draft = Array("\(path).XXXXXX".utf8CString)
        let descriptor = mkstemp(&draft)
        guard descriptor >= 0 else {
            throw Unwritable(
                path: path, reason: errno == ENOENT ? "its directory is not there" : reason(errno))
        }
        close(descriptor)
        return String(decoding: draft.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private static func reason(_ number: Int32) -> String {
        String(cString: strerror(number))
    }
}
