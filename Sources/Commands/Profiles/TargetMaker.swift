internal import Transport

/// Makes targets out of the decision which regions are meant.
struct TargetMaker {
    let options: ConnectionOptions
    let context: Context

    func targets(_ decision: ProfileChoice.Decision) throws -> [RegionTarget] {
        switch decision {
        case .profiles(let profiles): profiles.compactMap(target)
        case .region(let address, let source):
            [
                RegionTarget(
                    name: address.authority, address: address, apiKey: try key(source),
                    authority: authority(nil), insecure: options.insecure)
            ]
        }
    }

    /// The profile's target; nil for one without a key, which no decision holds.
    private func target(_ profile: Profile) -> RegionTarget? {
        guard let key = profile.apiKey else { return nil }
        context.redaction.register(key)
        return RegionTarget(
            name: profile.name, address: profile.address, apiKey: key,
            authority: authority(profile.authority),
            insecure: options.insecure || (profile.insecure && options.caFile == nil))
    }

    private func key(_ source: ProfileChoice.KeySource) throws(Failure) -> APIKey {
        let reading = APIKeyReading(in: context)
        return switch source {
        case .file(let path): try reading.key(inFile: path)
        case .variable(let variable): try reading.key(inVariable: variable)
        }
    }

    private func authority(_ kept: CertificateAuthority?) -> CertificateAuthority? {
        options.caFile.map { .file(path: $0) } ?? kept
    }
}
