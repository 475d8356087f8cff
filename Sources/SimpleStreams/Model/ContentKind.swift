/// What a products file is about, told by its content id.
package enum ContentKind: String, Hashable, Sendable, Codable {
    /// Ubuntu images: `com.ubuntu.maas:stable:v3:download`.
    case images
    /// Boot loaders: `com.ubuntu.maas:stable:1:bootloader-download`.
    case bootloaders
    /// CentOS: `com.ubuntu.maas:stable:centos-bases-download`.
    case centosBases = "centos-bases"
    /// Images for one platform, a DPU for example: `com.ubuntu.maas:stable:v3+platform:download`.
    case platform
    /// Something MAAS does not take its images from.
    case other

    /// The kind a content id stands for.
    package init(contentID: String) {
        let parts = contentID.split(separator: ":", omittingEmptySubsequences: false)
        let generation = parts.count >= 3 ? parts[2] : ""
        self =
            switch parts.last {
            case "bootloader-download": .bootloaders
            case "centos-bases-download": .centosBases
            case "download" where generation.hasSuffix("+platform"): .platform
            case "download" where generation == "v2" || generation == "v3": .images
            default: .other
            }
    }
}
