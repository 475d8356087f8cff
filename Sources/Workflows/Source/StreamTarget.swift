/// Where to switch to: an official stream by its name, or any address.
package enum StreamTarget: Sendable, Equatable {
    case official(OfficialStream)
    case address(String)

    /// Reads `stable`, `candidate` or a URL. An address of an official stream is recognised.
    package init(_ text: String) throws(WorkflowError) {
        if let stream = OfficialStream(rawValue: text.lowercased()) {
            self = .official(stream)
            return
        }
        guard text.contains("://") else {
            throw WorkflowError(
                .invalidInput, "\"\(text)\" is neither a stream nor an address",
                hint: "give stable, candidate, or a URL that starts with http:// or https://")
        }
        try SourceURL.validate(text)
        self = .address(text)
    }

    /// The address to store.
    package var url: String {
        switch self {
        case .official(let stream): stream.url
        case .address(let text): SourceURL.storable(text)
        }
    }

    /// Whether it is one of Canonical's streams, by name or by address.
    package var official: OfficialStream? {
        switch self {
        case .official(let stream): stream
        case .address(let text): OfficialStream(url: text)
        }
    }
}
