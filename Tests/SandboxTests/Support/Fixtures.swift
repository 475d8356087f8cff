import Foundation
import Sandbox

/// The recorded exchanges and signature vectors beside these tests.
enum Fixtures {
    static func json(_ path: String) throws -> JSONValue {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures/\(path)")
        let bytes = try Data(contentsOf: file)
        guard let value = JSONValue(parsing: Array(bytes)) else {
            throw CocoaError(.fileReadCorruptFile)
        }
        return value
    }
}
