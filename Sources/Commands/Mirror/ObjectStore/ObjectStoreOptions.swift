package import ArgumentParser
internal import ObjectStore
internal import SimpleStreams

/// The options that say how an object store is reached, where a mirror is kept in one (`s3://…`).
///
/// Keys are never among them: they come from the environment, a profile or a role.
package struct ObjectStoreOptions: ParsableArguments {
    @Option(
        name: .customLong("s3-endpoint"),
        help: ArgumentHelp(
            "The object store's address (Ceph, MinIO, …); AWS without one.", valueName: "url"))
    package var endpoint: String?

    @Option(
        name: .customLong("s3-region"),
        help: ArgumentHelp("The object store's region.", valueName: "name"))
    package var region: String?

    @Option(
        name: .customLong("s3-style"),
        help: ArgumentHelp(
            "Where addresses have the bucket's name: path or host (default: host on AWS, else path).",
            valueName: "style"))
    package var style: S3AddressStyle?

    @Option(
        name: .customLong("s3-profile"),
        help: ArgumentHelp(
            "The profile of ~/.aws/credentials whose keys are used.", valueName: "name"))
    package var profile: String?

    package init() {}

    /// The place where a mirror is kept: a directory, or a place in an object store.
    ///
    /// - Parameter logging: how requests to the object store are logged; nil for not at all.
    func store(
        _ place: String, _ logging: LogOptions? = nil, in context: Context
    ) throws -> any Store {
        guard S3Location.isMeant(by: place) else {
            try Failure.refuse(noPlace: place)
            return DirectoryStore(directory: place)
        }
        let location = try S3Location(place)
        return try ObjectStoreAccess(self, try logging ?? .parse([]), in: context)
            .store(at: location)
    }

    /// Refuses what is no place for a mirror, and these options where none of the places is in an
    /// object store.
    func check(_ places: [String]) throws {
        for place in places { try Failure.refuse(noPlace: place) }
        guard let given, !places.contains(where: { S3Location.isMeant(by: $0) }) else { return }
        throw Failure(
            .usage, "\(given) is for mirrors in an object store",
            received: places.joined(separator: ", "),
            hint: "give s3://BUCKET/PREFIX, or leave the option out")
    }

    private var given: String? {
        endpoint != nil
            ? "--s3-endpoint"
            : region != nil
                ? "--s3-region"
                : style != nil ? "--s3-style" : profile != nil ? "--s3-profile" : nil
    }

    /// What the options say.
    var settings: S3Settings {
        S3Settings(
            endpoint: endpoint, region: region, style: style?.value, profile: profile)
    }
}

/// Where the bucket's name stands in addresses.
package enum S3AddressStyle: String, Sendable, CaseIterable, ExpressibleByArgument {
    case path, host

    fileprivate var value: S3Service.Style { self == .path ? .path : .host }
}
