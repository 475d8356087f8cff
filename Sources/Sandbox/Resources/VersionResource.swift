/// `version/`: what the region is, for anyone.
enum VersionResource {
    static let resource = Resource(
        path: ["version"], access: .anonymous,
        operations: [
            Operation(method: "GET", permission: .user) { state, _ in
                .compactJSON([
                    "capabilities": .array(capabilities.map(JSONValue.string)),
                    "version": .string(state.flavour.version), "subversion": "",
                ])
            }
        ])

    private static let capabilities = [
        "networks-management", "static-ipaddresses", "ipv6-deployment-ubuntu",
        "devices-management", "storage-deployment-ubuntu", "network-deployment-ubuntu",
        "bridging-interface-ubuntu", "bridging-automatic-ubuntu", "authenticate-api",
    ]
}
