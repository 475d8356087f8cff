package import MAAS
internal import Transport

extension RegionError {
    /// Whether asking again later may succeed: the region is restarting, or the network hiccuped.
    package var isPassing: Bool {
        switch reason {
        case .busy: true
        case .transport(let error): error.isPassing
        default: false
        }
    }
}
