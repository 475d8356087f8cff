/// A way in which the sandbox misbehaves on request.
package enum SandboxFault: Sendable, Equatable, Codable {
    case wrongKey
}
