/// What a person wants of a boot source. What is nil stays as it is.
package struct SourceWish: Sendable, Equatable {
    package var url: String?
    package var keyring: KeyringChoice?
    package var name: String?
    package var priority: Int?
    package var enabled: Bool?
    package var skipKeyringVerification: Bool?

    package init(
        url: String? = nil, keyring: KeyringChoice? = nil, name: String? = nil,
        priority: Int? = nil, enabled: Bool? = nil, skipKeyringVerification: Bool? = nil
    ) {
        self.url = url
        self.keyring = keyring
        self.name = name
        self.priority = priority
        self.enabled = enabled
        self.skipKeyringVerification = skipKeyringVerification
    }
}
