internal import ObjectStore

extension S3LocationError: FailureConvertible {
    package var failure: Failure {
        Failure(
            .usage, "this is no place in an object store: \(reason)", received: text,
            hint: "give s3://BUCKET or s3://BUCKET/PREFIX")
    }
}

extension S3SettingsError: FailureConvertible {
    package var failure: Failure {
        Failure(.usage, detail, received: received, hint: hint)
    }
}

extension Failure {
    /// Refuses a place in an object store, and what is no place, where only a directory will do.
    static func refuse(_ place: String, for what: String, hint: String) throws {
        guard S3Location.isMeant(by: place) else { return try refuse(noPlace: place) }
        throw Failure(.usage, "\(what), not an object store", received: place, hint: hint)
    }

    /// Refuses what can be meant neither for a directory nor for a place in an object store: an
    /// empty text, and an address such as `http://host/path`.
    static func refuse(noPlace place: String) throws(Failure) {
        guard !place.isEmpty else {
            throw Failure(
                .usage, "the mirror's directory is an empty text",
                hint: "name a directory, or s3://BUCKET/PREFIX; is a variable empty?")
        }
        let scheme = place.prefix {
            $0.isASCII && ($0.isLetter || $0.isNumber || "+.-".contains($0))
        }
        guard scheme.first?.isLetter == true, place.dropFirst(scheme.count).hasPrefix("://"),
            !S3Location.isMeant(by: place)
        else { return }
        throw Failure(
            .usage, "this is neither a directory nor s3://BUCKET/PREFIX", received: place,
            hint: "mirrors are written to directories and object stores only")
    }
}
