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
    /// Refuses a place in an object store where only a directory will do.
    static func refuse(_ place: String, for what: String, hint: String) throws {
        guard S3Location.isMeant(by: place) else { return }
        throw Failure(.usage, "\(what), not an object store", received: place, hint: hint)
    }
}
