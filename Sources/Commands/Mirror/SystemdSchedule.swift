/// A sync as a service of systemd and the timer that starts it.
struct SystemdSchedule: Sendable {
    let sync: ScheduledSync
    let interval: ScheduleInterval
    /// Whether it is for a user's own service manager.
    let isForUser: Bool

    /// The units' name without its ending.
    var name: String { "maas-boot-mirror-" + SystemdText.unitName(ofPath: sync.directory) }

    /// The files, in a directory of units.
    func files(in directory: String) -> [ScheduleFile] {
        [
            ScheduleFile(path: "\(directory)/\(name).service", content: .text(service)),
            ScheduleFile(path: "\(directory)/\(name).timer", content: .text(timer)),
            ScheduleFile(
                path: "\(directory)/timers.target.wants/\(name).timer",
                content: .link("../\(name).timer")),
        ]
    }

    private var heading: String {
        "# \(ScheduleFile.marker). Put changes into a drop-in (systemctl edit), which this leaves alone."
    }

    private var command: String {
        ([SystemdText.quoted(sync.program)] + sync.words.dropFirst().map(SystemdText.word))
            .joined(separator: " ")
    }

    private var service: String {
        """
        \(heading)
        [Unit]
        Description=Bring the MAAS image mirror \(SystemdText.description(sync.directory)) up to date
        Documentation=man:maas-boot-mirror-sync(1)
        Wants=network-online.target
        After=network-online.target
        RequiresMountsFor=\(SystemdText.quoted(sync.directory))
        # To be told of a failure, name a unit that tells:
        #OnFailure=notify-admin@%n.service

        [Service]
        Type=oneshot
        ExecStart=\(command)
        # Proxies: https_proxy=http://proxy.example.com:3128
        EnvironmentFile=-/etc/default/maas-boot
        TimeoutStartSec=1d
        Nice=10
        IOSchedulingClass=idle
        UMask=0022
        \(confinement.joined(separator: "\n"))

        """
    }

    /// What holds the program within its purpose. A user's manager may not make name spaces
    /// everywhere (and the service would not start), so those are for the system's.
    private var confinement: [String] {
        let always = [
            "NoNewPrivileges=yes", "LockPersonality=yes", "MemoryDenyWriteExecute=yes",
            "RestrictRealtime=yes", "RestrictSUIDSGID=yes", "RestrictNamespaces=yes",
            "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK",
            "SystemCallArchitectures=native", "SystemCallFilter=@system-service",
            // libdispatch asks for the usual priority in place of Nice=, and logs at every run that
            // it is refused. So it is told that it has it.
            "SystemCallFilter=~setpriority:0", "SystemCallErrorNumber=EPERM",
        ]
        guard !isForUser else { return always }
        let paths = sync.writtenDirectories.map(SystemdText.quoted).joined(separator: " ")
        let isTemporary = ["/tmp/", "/var/tmp/"].contains { sync.directory.hasPrefix($0) }
        return [
            sync.owner.map { "User=\($0)" }, "ProtectSystem=strict", "ProtectHome=read-only",
            "ReadWritePaths=\(paths)", "PrivateTmp=\(isTemporary ? "no" : "yes")",
            "PrivateDevices=yes", "ProtectClock=yes", "ProtectControlGroups=yes",
            "ProtectHostname=yes", "ProtectKernelLogs=yes", "ProtectKernelModules=yes",
            "ProtectKernelTunables=yes",
            // Root without these cannot write what belongs to others, such as a directory of metrics.
            "CapabilityBoundingSet="
                + (sync.owner == nil ? "CAP_DAC_OVERRIDE CAP_FOWNER" : ""),
        ].compactMap { $0 } + always
    }

    private var timer: String {
        """
        \(heading)
        [Unit]
        Description=Bring the MAAS image mirror \(SystemdText.description(sync.directory)) up to date

        [Timer]
        OnCalendar=\(interval.calendar)
        RandomizedDelaySec=\(interval.spread)
        Persistent=true

        [Install]
        WantedBy=timers.target

        """
    }
}
