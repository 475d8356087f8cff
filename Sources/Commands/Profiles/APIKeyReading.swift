internal import FoundationEssentials
package import Transport

/// Reads API keys from where people keep them. No error quotes any of the key, and every key that
/// is read becomes a secret of the run before anything is done with it.
package struct APIKeyReading: Sendable {
    private let context: Context

    package init(in context: Context) {
        self.context = context
    }

    /// The key in a file that only its owner can open, or in a pipe.
    package func key(inFile path: String) throws(Failure) -> APIKey {
        guard let bytes = try PrivateFile.read(path, limit: 4096) else {
            throw Failure(
                .notFound, "there is no API key file", received: path,
                details: ["path": .string(path)])
        }
        return try key(in: String(decoding: bytes, as: UTF8.self), from: path)
    }

    /// The key in an environment variable.
    package func key(inVariable variable: EnvironmentVariable) throws(Failure) -> APIKey {
        try key(in: context.environment[variable] ?? "", from: variable.rawValue)
    }

    /// The key in a text, which came from the named place.
    package func key(in text: String, from place: String) throws(Failure) -> APIKey {
        do {
            let key = try APIKey(parsing: text)
            context.redaction.register(key)
            return key
        } catch {
            throw Failure(
                .usage, "\(place) holds no API key: \(error)",
                hint: "copy the whole key, CONSUMER:TOKEN:SECRET, from MAAS under Preferences, "
                    + "API keys, or from: maas apikey --username USER")
        }
    }
}
