/// The settings a region's API knows, their defaults, and how values are checked.
package enum SettingsTable {
    /// The values of a fresh region; what is not listed is `null`.
    package static func defaults(_ flavour: MAASFlavour) -> [String: JSONValue] {
        [
            "boot_images_auto_import": true, "boot_images_no_proxy": false,
            "commissioning_distro_series": "noble", "commissioning_osystem": "ubuntu",
            "completed_intro": true, "default_distro_series": "noble",
            "default_osystem": "ubuntu", "enable_http_proxy": true, "maas_name": "sandbox",
            "maas_internal_domain": "maas-internal", "max_node_commissioning_results": 10,
        ]
    }

    /// The names in the region's own order; `commissioning_osystem` is none of them.
    static func names(_ flavour: MAASFlavour) -> [String] {
        all.filter { (since[$0] ?? .v3_3) <= flavour }
    }

    /// The value as stored.
    ///
    /// Every text but `false` (in any case) and nothing switches a boolean on.
    static func clean(
        _ name: String, _ text: String, _ flavour: MAASFlavour
    ) throws(RegionError) -> JSONValue {
        if booleans.contains(name) {
            return .bool(!text.isEmpty && text.lowercased() != "false")
        }
        if numbers.contains(name) {
            guard let number = Int(Text.trim(text)) else {
                throw .invalid(name, "Enter a whole number.")
            }
            return .int(number)
        }
        guard name == "http_proxy", !text.isEmpty else { return .string(text) }
        guard let url = URLField.clean(text, flavour) else {
            throw .invalid(name, "Enter a valid URL.")
        }
        return .string(url)
    }

    private static let since: [String: MAASFlavour] = [
        "allow_only_trusted_transfers": .v3_5, "max_node_release_results": .v3_5,
        "session_length": .v3_5, "auto_vlan_creation": .v3_5,
        "default_boot_interface_link_type": .v3_7, "enable_kernel_crash_dump": .v3_7,
        "experimental_switch_provisioning": .v3_8, "refresh_token_duration": .v3_8,
    ]

    private static let booleans: Set<String> = [
        "allow_only_trusted_transfers", "auto_vlan_creation", "boot_images_auto_import",
        "boot_images_no_proxy", "completed_intro", "curtin_verbose",
        "disk_erase_with_quick_erase", "disk_erase_with_secure_erase",
        "enable_analytics", "enable_disk_erasing_on_release", "enable_http_proxy",
        "enable_kernel_crash_dump", "enable_third_party_drivers", "enlist_commissioning",
        "experimental_switch_provisioning", "force_v1_network_yaml", "ntp_external_only",
        "prefer_v4_proxy", "prometheus_enabled", "promtail_enabled", "release_notifications",
        "tls_cert_expiration_notification_enabled", "use_peer_proxy", "use_rack_proxy",
    ]

    private static let numbers: Set<String> = [
        "default_dns_ttl", "maas_proxy_port", "maas_syslog_port", "max_node_commissioning_results",
        "max_node_installation_results", "max_node_release_results", "max_node_testing_results",
        "node_timeout", "prometheus_push_interval", "promtail_port", "session_length",
        "tls_cert_expiration_notification_interval",
    ]

    private static let all = """
        maas_name theme kernel_opts enable_http_proxy maas_proxy_port use_peer_proxy \
        prefer_v4_proxy http_proxy default_dns_ttl upstream_dns dnssec_validation \
        maas_internal_domain dns_trusted_acl ntp_servers ntp_external_only \
        allow_only_trusted_transfers remote_syslog maas_syslog_port network_discovery \
        active_discovery_interval default_boot_interface_link_type default_osystem \
        default_distro_series default_min_hwe_kernel enable_kernel_crash_dump \
        default_storage_layout commissioning_distro_series enable_third_party_drivers \
        windows_kms_host enable_disk_erasing_on_release disk_erase_with_secure_erase \
        disk_erase_with_quick_erase boot_images_auto_import boot_images_no_proxy curtin_verbose \
        force_v1_network_yaml enable_analytics experimental_switch_provisioning completed_intro \
        max_node_commissioning_results max_node_testing_results max_node_installation_results \
        max_node_release_results subnet_ip_exhaustion_threshold_count refresh_token_duration \
        release_notifications use_rack_proxy node_timeout prometheus_enabled \
        prometheus_push_gateway prometheus_push_interval promtail_enabled promtail_port \
        enlist_commissioning maas_auto_ipmi_user maas_auto_ipmi_user_privilege_level \
        maas_auto_ipmi_k_g_bmc_key maas_auto_ipmi_cipher_suite_id maas_auto_ipmi_workaround_flags \
        vcenter_server vcenter_username vcenter_password vcenter_datacenter \
        hardware_sync_interval tls_cert_expiration_notification_enabled \
        tls_cert_expiration_notification_interval session_length auto_vlan_creation
        """.split(separator: " ").map(String.init)
}
