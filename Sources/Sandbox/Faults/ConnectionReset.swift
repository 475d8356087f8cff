internal import Glibc

/// Resets a TCP connection this process has accepted, as a crashing server's kernel does.
enum ConnectionReset {
    /// Resets the accepted connection whose peer is `port` on 127.0.0.1; does nothing when there
    /// is none.
    ///
    /// The descriptor stays open on a socket that goes nowhere, so that its owner can close it.
    static func reset(peerPort port: UInt16) {
        for descriptor in Int32(3)..<descriptorLimit where peerPort(of: descriptor) == port {
            let replacement = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            guard replacement >= 0 else { return }
            var hard = linger(l_onoff: 1, l_linger: 0)
            setsockopt(
                descriptor, SOL_SOCKET, SO_LINGER, &hard, socklen_t(MemoryLayout<linger>.size))
            dup2(replacement, descriptor)
            close(replacement)
            return
        }
    }

    private static let descriptorLimit: Int32 = 4096

    private static func peerPort(of descriptor: Int32) -> UInt16? {
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                getpeername(descriptor, $0, &length)
            }
        }
        guard status == 0, address.sin_family == sa_family_t(AF_INET) else { return nil }
        return UInt16(bigEndian: address.sin_port)
    }
}
