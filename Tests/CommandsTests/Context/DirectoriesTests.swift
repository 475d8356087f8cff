import Commands
import Testing

@Suite struct DirectoriesTests {
    @Test func `are in the home unless the environment says otherwise`() {
        let usual = Directories(home: "/home/ann", environment: ["XDG_CACHE_HOME": "relative"])
        #expect(usual.configuration == "/home/ann/.config/maas-boot")
        #expect(usual.cache == "/home/ann/.cache/maas-boot")
        #expect(usual.state == "/home/ann/.local/state/maas-boot")
        let moved = Directories(
            home: "/home/ann",
            environment: [
                "XDG_CONFIG_HOME": "/c", "XDG_CACHE_HOME": "/k", "XDG_STATE_HOME": "/s",
            ])
        #expect(moved.configuration == "/c/maas-boot")
        #expect(moved.cache == "/k/maas-boot")
        #expect(moved.state == "/s/maas-boot")
    }
}
