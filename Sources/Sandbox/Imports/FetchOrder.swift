/// A catalogue the region wants fetched over HTTP.
package struct FetchOrder: Sendable, Codable, Equatable {
    package var sourceID: Int
    package var url: String
}
