/// An OAuth key of a user: consumer, token and token secret; the consumer's secret is empty.
package struct APIKey: Sendable, Codable, Equatable {
    package var consumer: String
    package var token: String
    package var secret: String
    /// The consumer's name, as the account page shows it.
    package var name = "MAAS consumer"

    /// `CONSUMER:TOKEN:SECRET`, the form people copy.
    package var text: String { "\(consumer):\(token):\(secret)" }

    /// Reads `CONSUMER:TOKEN:SECRET`; nil when there are not three parts, or one
    /// is empty.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, !parts.contains("") else { return nil }
        (consumer, token, secret) = (parts[0], parts[1], parts[2])
    }

    /// A new random key with MAAS's lengths: 18, 18 and 32 characters.
    package static func random(name: String = "MAAS consumer") -> APIKey {
        APIKey(consumer: letters(18), token: letters(18), secret: letters(32), name: name)
    }

    private init(consumer: String, token: String, secret: String, name: String) {
        self.consumer = consumer
        self.token = token
        self.secret = secret
        self.name = name
    }

    private static func letters(_ count: Int) -> String {
        let alphabet = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz")
        return String((0..<count).map { _ in alphabet.randomElement() ?? "x" })
    }
}
