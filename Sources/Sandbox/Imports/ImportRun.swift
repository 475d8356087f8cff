/// An import under way.
package struct ImportRun: Sendable, Codable, Equatable {
    package var started: Double
}
