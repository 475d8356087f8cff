internal import Glibc

/// The directories on the way to a path.
enum DirectoryChain {
    /// Makes a directory and those above it, where they are missing.
    ///
    /// Each has this mode whatever the umask is, and at no instant a wider one: FileManager makes
    /// them as wide as the umask leaves it and narrows them afterwards. Returns the error number of
    /// what the system refused; nil when all are there.
    static func make(_ path: String, mode: mode_t) -> Int32? {
        guard let problem = makeOne(path, mode) else { return nil }
        guard problem == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex
        else { return problem }
        return make(String(path[..<slash]), mode: mode) ?? makeOne(path, mode)
    }

    private static func makeOne(_ path: String, _ mode: mode_t) -> Int32? {
        guard mkdir(path, mode) == 0 else { return errno == EEXIST ? nil : errno }
        chmod(path, mode)
        return nil
    }
}
