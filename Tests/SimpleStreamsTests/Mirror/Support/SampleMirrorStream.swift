import Foundation

@testable import SimpleStreams

/// A stream shaped like MAAS' own, as a value: change a property and it is "published again".
struct SampleMirrorStream: Sendable {
    static let images = "streams/v1/com.ubuntu.maas:stable:v3:download.sjson"
    static let bootloaders = "streams/v1/com.ubuntu.maas:stable:1:bootloader-download.sjson"
    static let index = "streams/v1/index.sjson"

    var releases = ["focal", "jammy"]
    var arches = ["amd64"]
    var kernels = ["ga"]
    var versions = ["20240801", "20240802"]
    var loaderVersions = ["20240801.0"]
    /// Minutes since a fixed day at which it was published.
    var minute = 0
    /// Content of a path depends on it.
    var salt = 0
    var key = "A"
    /// Items with a path of one's own choosing, beside the others.
    var extras: [String: [UInt8]] = [:]
    /// Bytes in a squashfs.
    var size = 5000

    /// Publishes a version and withdraws the oldest.
    mutating func publish(_ version: String) {
        versions = Array((versions + [version]).suffix(2))
        minute += 1
    }

    static func path(
        _ release: String, _ version: String, _ item: String = "squashfs", arch: String = "amd64"
    ) -> String {
        item == "squashfs"
            ? "\(release)/\(arch)/\(version)/squashfs" : "\(release)/\(arch)/\(version)/ga/\(item)"
    }

    private func content(_ path: String, _ count: Int) -> [UInt8] {
        var seed = UInt64(truncatingIfNeeded: salt &+ 17)
        for byte in path.utf8 { seed = (seed ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return (0..<count).map { _ in
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: seed >> 33)
        }
    }

    /// Every file upstream has.
    var files: [String: [UInt8]] {
        var files = extras
        for release in releases {
            for arch in arches {
                for version in versions {
                    let base = "\(release)/\(arch)/\(version)"
                    files["\(base)/squashfs"] = content("\(base)/squashfs", size)
                    for kernel in kernels {
                        let path = "\(base)/\(kernel)/boot-kernel"
                        files[path] = content(path, 1500)
                    }
                }
            }
        }
        for version in loaderVersions {
            let path = "bootloaders/\(version)/grub2.tar.xz"
            files[path] = content(path, 700)
        }
        return files
    }

    /// Every document upstream has, signed.
    var documents: [String: [UInt8]] {
        let files = files
        let loaders = loaderVersions.map { version in
            let item = json("grub2", "bootloaders/\(version)/grub2.tar.xz", files, "archive.tar.xz")
            return #""\#(version)": {"items": {\#(item)}}"#
        }
        let loader = """
            "com.ubuntu.maas.stable:1:grub-efi-signed:uefi:amd64": {"arch": "amd64",
             "os": "grub-efi-signed", "label": "stable", "bootloader-type": "uefi",
             "versions": {\(loaders.joined(separator: ","))}}
            """
        return [
            Self.images: sign(
                products("com.ubuntu.maas:stable:v3:download", imageProducts(files))),
            Self.bootloaders: sign(
                products("com.ubuntu.maas:stable:1:bootloader-download", [loader])),
            Self.index: sign(index),
        ]
    }

    func sign(_ text: String) -> [UInt8] { Array("KEY \(key)\n\(text)".utf8) }

    private var updated: String {
        let hour = 10 + minute / 60
        let pad = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return "21 Aug 2024 \(pad(hour)):\(pad(minute % 60)):00 +0000"
    }

    private var index: String {
        let entries = [Self.images, Self.bootloaders].map { path in
            let id = path.dropFirst("streams/v1/".count).dropLast(".sjson".count)
            return """
                "\(id)": {"datatype": "image-ids", "format": "products:1.0", "path": "\(path)",
                 "updated": "\(updated)", "products": []}
                """
        }
        return """
            {"format": "index:1.0", "updated": "\(updated)",
             "index": {\(entries.joined(separator: ","))}}
            """
    }

    private func products(_ id: String, _ products: [String]) -> String {
        """
        {"content_id": "\(id)", "datatype": "image-ids", "format": "products:1.0",
         "updated": "\(updated)", "products": {\(products.joined(separator: ","))}}
        """
    }

    private func imageProducts(_ files: [String: [UInt8]]) -> [String] {
        var products: [String] = []
        for release in releases {
            for arch in arches {
                for kernel in kernels {
                    products.append(image(release, arch, kernel, files))
                }
            }
        }
        let odd = extras.keys.sorted().enumerated().map { json("i\($0)", $1, files, "root-tgz") }
        if !odd.isEmpty {
            products.append(
                """
                "com.ubuntu.maas.stable:v3:odd": {"release": "odd", "os": "odd", "arch": "amd64",
                 "versions": {"1": {"items": {\(odd.joined(separator: ","))}}}}
                """)
        }
        return products
    }

    private func image(
        _ release: String, _ arch: String, _ kernel: String, _ files: [String: [UInt8]]
    ) -> String {
        let versions = versions.map { version in
            let base = "\(release)/\(arch)/\(version)"
            let items = [
                json("squashfs", "\(base)/squashfs", files, "squashfs"),
                json("boot-kernel", "\(base)/\(kernel)/boot-kernel", files, "boot-kernel"),
            ]
            return #""\#(version)": {"items": {\#(items.joined(separator: ","))}}"#
        }
        return """
            "com.ubuntu.maas.stable:v3:boot:\(release):\(arch):\(kernel)": {"arch": "\(arch)",
             "os": "ubuntu", "release": "\(release)", "label": "stable", "subarch": "\(kernel)",
             "versions": {\(versions.joined(separator: ","))}}
            """
    }

    private func json(
        _ name: String, _ path: String, _ files: [String: [UInt8]], _ type: String
    ) -> String {
        let bytes = files[path] ?? []
        return """
            "\(name)": {"ftype": "\(type)", "path": "\(path)", "size": \(bytes.count),
             "sha256": "\(SHA256Digest.of(bytes))"}
            """
    }
}

/// Takes `KEY X` in the first line for a signature by key X.
struct FakeVerifier: DocumentVerifier {
    var policy = SignaturePolicy.required
    var keys = ["A", "B"]

    static func fingerprint(_ key: some StringProtocol) -> Fingerprint? {
        Fingerprint(String(repeating: String(key), count: 40))
    }

    func verify(
        _ document: [UInt8], named name: String, signature: [UInt8]?
    ) async throws(VerificationError) -> VerifiedDocument {
        let text = String(decoding: document, as: UTF8.self)
        guard text.hasPrefix("KEY "), let end = text.firstIndex(of: "\n") else {
            if policy == .skipped { return VerifiedDocument(content: document, signature: nil) }
            throw VerificationError(document: name, reason: .unsigned)
        }
        let key = text[..<end].dropFirst(4)
        let content = Array(text[text.index(after: end)...].utf8)
        if policy == .skipped { return VerifiedDocument(content: content, signature: nil) }
        guard keys.contains(String(key)), let fingerprint = Self.fingerprint(key) else {
            throw VerificationError(document: name, reason: .unknownKey(String(key)))
        }
        return VerifiedDocument(
            content: content,
            signature: Signature(
                fingerprint: fingerprint, signingKey: fingerprint,
                created: UpdatedTime(seconds: 0), digest: "SHA512"))
    }
}
