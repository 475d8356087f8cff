import Foundation
import MAAS
import SimpleStreams
@testable import Workflows

/// What regions and streams look like in the tests of preflights.
enum PreflightSamples {
    static let address = "http://mirror.invalid/maas/"

    static func source(
        _ url: String = address, keyring: String = "/nowhere/ring.gpg", data: [UInt8] = []
    ) throws -> BootSource {
        try decoded([
            "id": 1, "url": url, "keyring_filename": data.isEmpty ? keyring : "",
            "keyring_data": Data(data).base64EncodedString(),
        ])
    }

    static func selection(
        _ release: String, _ arches: [String] = ["amd64"], os: String = "ubuntu"
    ) throws -> BootSourceSelection {
        try decoded([
            "id": 1, "boot_source_id": 1, "os": os, "release": release, "arches": arches,
            "subarches": ["*"], "labels": ["*"],
        ])
    }

    static func offer(
        _ release: String, _ arch: String = "amd64", os: String = "ubuntu",
        subarch: String = "generic", version: String = "20260101"
    ) -> StreamCatalogue.Offer {
        StreamCatalogue.Offer(
            os: os, release: release, title: nil, arch: arch, subarch: subarch, label: "stable",
            version: version)
    }

    static func catalogue(
        _ offers: [StreamCatalogue.Offer],
        bootloaders: Set<Bootloader> = [.pxelinux, .grubEFISigned, .grubEFI]
    ) -> StreamCatalogue {
        StreamCatalogue(
            url: address, signature: nil, updated: nil, offers: offers, bootloaders: bootloaders)
    }

    private static func decoded<Value: Decodable>(_ json: [String: Any]) throws -> Value {
        try JSONDecoder().decode(Value.self, from: JSONSerialization.data(withJSONObject: json))
    }
}
