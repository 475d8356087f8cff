package import FoundationEssentials
internal import MAAS

/// Reads what the doctor judges by.
package struct Examiner: Sendable {
    private let session: RegionSession
    private let signature: String

    /// - Parameter signature: the OAuth method in use, by its name.
    package init(session: RegionSession, signature: String) {
        self.session = session
        self.signature = signature
    }

    /// Asks the region; a refusal of one part leaves that part out.
    package func examine(now: Date) async throws -> Examination {
        let client = session.client
        var examination = Examination(
            url: client.url, signature: signature, version: session.version, localTime: now)
        examination.serverTime = try await client.serverTime()
        examination.user = try await client.whoami()
        for name in SettingName.allCases {
            examination.settings[name] = try? await client.setting(name)
        }
        examination.importing = try await client.isImporting()
        examination.notices = try await client.notifications().filter(\.isAboutImages)
        examination.regionControllers = (try? await client.regionControllers().count) ?? 1
        if !session.version.keepsImagesOnRegions { examination.racks = await racks() }
        do {
            let status = try await RegionStatus.read(session)
            examination.sources = status.sources
            examination.images = status.images
        } catch let error as RegionError {
            guard case .forbidden = error.reason else { throw error }
        }
        return examination
    }

    private func racks() async -> [(hostname: String, state: RackImageState)] {
        var found: [(hostname: String, state: RackImageState)] = []
        for rack in (try? await session.client.rackControllers()) ?? [] {
            if let state = try? await session.client.images(ofRack: rack.systemID) {
                found.append((rack.hostname, state))
            }
        }
        return found
    }
}
