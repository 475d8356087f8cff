internal import FoundationEssentials

extension RegionState {
    /// Whether the file a source names is there; a source with data, or none to check, needs none.
    func keyringExists(_ source: BootSource) -> Bool {
        let path = source.keyringFilename
        return path.isEmpty || keyringFiles.contains(path)
            || (flavour >= .v3_8 && source.skipKeyringVerification)
            || FileManager.default.fileExists(atPath: path)
    }

    /// Up to 3.7 one missing file keeps every source's catalogue from being read, without a word.
    var allKeyringsExist: Bool { sources.allSatisfy(keyringExists) }
}
