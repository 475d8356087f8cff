internal import Workflows

extension Document {
    /// The connection options with the regions that the document names; as they are where it names
    /// none. `-p` then chooses among the document's.
    func regions(_ options: ConnectionOptions) throws(Failure) -> ConnectionOptions {
        guard !regions.isEmpty else { return options }
        let names = regions.map(\.profile)
        guard options.url == nil, !options.allProfiles else {
            throw Failure(
                .usage, "the document names its regions: \(names.joined(separator: ", "))",
                hint: "leave --url and --all-profiles out, or choose some with -p")
        }
        for name in options.profiles where !names.contains(name) {
            throw Failure(
                .usage, "the document has no region \(name)", received: name,
                hint: "its regions are \(names.joined(separator: ", "))")
        }
        var options = options
        if options.profiles.isEmpty { options.profiles = names }
        return options
    }
}
