package import MAAS

extension RegionError {
    /// What happened, in one line without the hint.
    package var summary: String {
        switch reason {
        case .transport(let error): "\(error)"
        case .unauthenticated: "the region did not accept the API key"
        case .forbidden: "the API key's user may not \(operation)"
        case .notFound: "\(operation): the region has no such thing"
        case .notMAAS(let status): "\(region) does not answer like a MAAS region (HTTP \(status))"
        case .invalid(let messages):
            "\(operation): "
                + messages.map { [$0.field, $0.message].compactMap { $0 }.joined(separator: ": ") }
                .joined(separator: "; ")
        case .refused(let text): "\(operation): \(text)"
        case .conflict: "\(operation): it conflicts with another one"
        case .moved: "the region wants to be asked at another address"
        case .busy(let status): "the region is busy or restarting (HTTP \(status))"
        case .failed(let status, let text):
            "\(operation): the region failed (HTTP \(status)) \(text)"
        case .undecodable(let problem): "\(operation): the answer makes no sense: \(problem)"
        case .unsendable: "\(operation): no single request can do that"
        }
    }
}
