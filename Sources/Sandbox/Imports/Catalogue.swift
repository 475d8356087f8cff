/// What a boot source offers: the images of a SimpleStreams tree as a region's cache holds them.
package struct Catalogue: Sendable, Codable, Equatable {
    package var images: [Image]

    package init(images: [Image] = []) { self.images = images }

    /// One image: an Ubuntu kernel line of a release and arch, a bootloader, or another system.
    package struct Image: Sendable, Codable, Equatable {
        package var os: String
        package var release: String
        package var arch: String
        /// The last part of the boot resource's architecture, as `ga-24.04`.
        package var subarch: String
        /// The subarches the image serves, as the stream lists them.
        package var subarches: [String]
        package var label: String
        /// The newest version.
        package var version: String
        package var files: [File]
        /// Set for bootloaders only: `uefi`, `pxe`, `open-firmware`.
        package var bootloaderType: String?

        package init(
            os: String, release: String, arch: String, subarch: String, subarches: [String],
            label: String, version: String, files: [File], bootloaderType: String? = nil
        ) {
            self.os = os
            self.release = release
            self.arch = arch
            self.subarch = subarch
            self.subarches = subarches
            self.label = label
            self.version = version
            self.files = files
            self.bootloaderType = bootloaderType
        }

        /// The boot resource's name: `ubuntu/noble`, or `grub-efi-signed/uefi` for a bootloader.
        package var resourceName: String { "\(os)/\(bootloaderType ?? release)" }
        /// The boot resource's architecture: `amd64/ga-24.04`.
        package var architecture: String { "\(arch)/\(subarch)" }
        package var isBootloader: Bool { bootloaderType != nil }
    }

    /// One file of an image.
    package struct File: Sendable, Codable, Equatable {
        package var name: String
        package var type: String
        package var size: Int
        package var sha256: String
        /// Where the stream has it; nil where there is no stream.
        package var url: String?

        package init(name: String, type: String, size: Int, sha256: String, url: String? = nil) {
            self.url = url
            self.name = name
            self.type = type
            self.size = size
            self.sha256 = sha256
        }
    }
}
