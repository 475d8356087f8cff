import Foundation
import Sandbox
import TestSupport
import Testing

@testable import Commands

@Suite struct MirrorScheduleTests {
    private func schedule(_ fixture: MirrorFixture, _ words: String...) async -> CommandRun {
        await fixture.run(
            ["mirror", "schedule", fixture.directory, "--program", "/usr/bin/true"] + words)
    }

    @Test func `the command it schedules brings the mirror up to date, by its record alone`()
        async throws
    {
        try await MirrorFixture.with { fixture in
            try await fixture.made("--release", "noble", "--arch", "amd64")
            let files = fixture.mirror.files
            let run = await schedule(fixture, "-o", "json")
            #expect(run.status == 0, "\(run.error)")
            #expect(run.json["changed"] == false)
            let words = try #require(run.json["command"]).elements.compactMap(\.text)
            try await fixture.server.publishAgain()
            let sync = await fixture.run(Array(words.dropFirst()))
            #expect(sync.status == 0, "\(sync.error)")
            #expect(sync.output.contains("fetched"))
            #expect(fixture.mirror.files.isStrictSuperset(of: files))
            let metrics = fixture.mirror.bytes(".maas-boot/metrics.prom")
            #expect(
                metrics.map { String(decoding: $0, as: UTF8.self) }?.contains("age_seconds") == true
            )
        }
    }

    @Test func `a keyring named here takes the place of the recorded one`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let run = await schedule(fixture, "-o", "json", "--", "--keyring", "/k.gpg")
            let words = run.json["command"]?.elements.compactMap(\.text) ?? []
            #expect(words.filter { $0 == "--keyring" }.count == 1)
            #expect(words.contains("/k.gpg"))
        }
    }

    @Test func `installs once, and takes away what it installed`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let root = fixture.room.path("root")
            let dry = await schedule(fixture, "--install", "--root", root, "--dry-run")
            #expect(dry.status == 0 && dry.output.contains("+ \(root)/etc/systemd/system/"))
            #expect(!FileManager.default.fileExists(atPath: root))
            let run = await schedule(fixture, "--install", "--root", root, "-o", "json")
            #expect(run.status == 0 && run.json["changed"] == true, "\(run.error)")
            let paths = try #require(run.json["files"]).elements.compactMap { $0["path"]?.text }
            #expect(paths.count == 3)
            #expect(paths.allSatisfy { FileManager.default.fileExists(atPath: $0) })
            let again = await schedule(fixture, "--install", "--root", root, "-o", "json")
            #expect(again.status == 0 && again.json["changed"] == false)
            let other = await schedule(
                fixture, "--install", "--root", root, "--every", "hour", "--json", "changed")
            #expect(other.json["changed"] == true)
            let gone = await schedule(fixture, "--uninstall", "--root", root, "--json", "changed")
            #expect(gone.status == 0 && gone.json["changed"] == true)
            #expect(paths.allSatisfy { !FileManager.default.fileExists(atPath: $0) })
            let twice = await schedule(fixture, "--uninstall", "--root", root, "--json", "changed")
            #expect(twice.status == 0 && twice.json["changed"] == false)
        }
    }

    @Test func `leaves files by another hand alone`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let root = fixture.room.path("root")
            let plan = await schedule(
                fixture, "--install", "--root", root, "--dry-run", "-o", "json")
            let path = try #require(plan.json["files"]?.elements.first?["path"]?.text)
            try fixture.room.write(
                "[Unit]\n", to: String(path.dropFirst(fixture.room.path.count + 1)))
            for deed in ["--install", "--uninstall"] {
                let run = await schedule(fixture, deed, "--root", root)
                #expect(run.status == 1)
                #expect(run.error.contains("was not made by this program"))
                #expect(run.error.contains("--force"))
            }
            #expect(FileManager.default.contents(atPath: path) == Data("[Unit]\n".utf8))
            let forced = await schedule(fixture, "--install", "--root", root, "--force")
            #expect(forced.status == 0)
        }
    }

    @Test(.enabled(if: Systemd.isThere, "needs systemd-analyze, of Debian's package systemd"))
    func `systemd finds nothing wrong with its units`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let odd = fixture.room.path("it's a 100% \"odd\" $mirror;")
            try FileManager.default.moveItem(atPath: fixture.directory, toPath: odd)
            for options in [[], ["--user"], ["--every", "Mon *-*-* 03:00"]] {
                let root = fixture.room.path("root\(options.count)")
                let run = await fixture.run(
                    [
                        "mirror", "schedule", odd, "--program", "/usr/bin/true", "--install",
                        "--root",
                    ]
                        + [root, "-o", "json"] + options + ["--", "--keyring", "/a b/$k%.gpg"])
                #expect(run.status == 0, "\(run.error)")
                let paths = try #require(run.json["files"]).elements.compactMap { $0["path"]?.text }
                let (status, output) = try await Tool.run(
                    "sh",
                    ["-c", #"systemd-analyze verify --man=no "$0" "$1" 2>&1"#]
                        + paths.prefix(2))
                let said = String(decoding: output, as: UTF8.self)
                #expect(status == 0 && said.isEmpty, "\(said)")
            }
        }
    }

    @Test func `starts the timer of a user, and says when that fails`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let log = fixture.room.path("log")
            try fixture.room.write(
                "#!/bin/sh\necho \"$*\" >> '\(log)'\nif [ -e '\(log).bad' ]; then echo no bus >&2; exit 1; fi\n",
                to: "bin/systemctl", mode: 0o755)
            let path = ["PATH": fixture.room.path("bin") + ":/usr/bin:/bin"]
            let words = ["mirror", "schedule", fixture.directory, "--user", "--install"]
            let run = await fixture.run(words, adding: path)
            #expect(run.status == 0, "\(run.error)")
            let units = fixture.room.path("home/.config/systemd/user")
            let names = try FileManager.default.contentsOfDirectory(atPath: units)
            #expect(names.filter { $0.hasSuffix(".timer") }.count == 1)
            let timer = try #require(names.first { $0.hasSuffix(".timer") })
            let said = try String(contentsOfFile: log, encoding: .utf8)
            #expect(said == "--user daemon-reload\n--user start \(timer)\n")
            try fixture.room.write("", to: "log.bad")
            let failing = await fixture.run(words, adding: path)
            #expect(failing.status == 9)
            #expect(failing.error.contains("no bus"))
        }
    }

    @Test func `says what it cannot do`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            let none = await fixture.run(["mirror", "schedule", fixture.room.path("nothing")])
            #expect(none.status == 7)
            try await fixture.made()
            let wrong = await fixture.run(
                ["mirror", "schedule", fixture.directory, "--", "--no-such-option"])
            #expect(wrong.status == 64)
            #expect(wrong.error.contains("--no-such-option"))
            let relative = await fixture.run(
                ["mirror", "schedule", fixture.directory, "--", "--keyring", "site.gpg"])
            #expect(relative.status == 64 && relative.error.contains("$PWD/site.gpg"))
            let cron = await schedule(fixture, "--cron", "--every", "*-*-* 04:30")
            #expect(cron.status == 64 && cron.error.contains("five fields"))
            let range = await schedule(fixture, "--cron", "--every", "61 99 * * *")
            #expect(range.status == 64 && range.error.contains("61 99 * * *"), "\(range.error)")
            let root = await schedule(fixture, "--install", "--root", "")
            #expect(root.status == 64 && root.error.contains("--root"), "\(root.error)")
            let line = await schedule(fixture, "--cron", "--user", "--install")
            #expect(line.status == 64 && line.error.contains("crontab -"))
        }
    }

    @Test func `cron's line comes to the program word for word`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let odd = fixture.room.path("it's a 100% \"odd\" $mirror;")
            try FileManager.default.moveItem(atPath: fixture.directory, toPath: odd)
            let show = try fixture.room.write(
                "#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$(dirname \"$0\")/words\"\n", to: "show",
                mode: 0o755)
            let run = await fixture.run([
                "mirror", "schedule", odd, "--cron", "--user", "--program", show, "--", "--bwlimit",
                "1M",
            ])
            #expect(run.status == 0, "\(run.error)")
            let line = try #require(run.lines.last)
            let command = line.split(separator: " ", maxSplits: 5).last.map(String.init) ?? ""
            #expect(!command.replacing("\\%", with: "").contains("%"))
            _ = try await Tool.run("sh", ["-c", command.replacing("\\%", with: "%")])
            let words = try String(contentsOfFile: fixture.room.path("words"), encoding: .utf8)
            #expect(
                words.split(separator: "\n").map(String.init) == [
                    "mirror", "sync", fixture.upstream, odd, "--bwlimit", "1M", "--keyring",
                    fixture.server.keyringPath, "--progress", "none", "--metrics-file",
                    "\(odd)/.maas-boot/metrics.prom",
                ])
            let system = await fixture.run(["mirror", "schedule", odd, "--cron", "-o", "json"])
            let name = system.json["files"]?.elements.first?["path"]?.text?.split(separator: "/")
                .last
            #expect(name?.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } == true)
        }
    }

    @Test func `finds wrong filters and programs now, not in the first night`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let filter = await schedule(fixture, "--", "stable")
            #expect(filter.status == 64 && filter.error.contains("stable"), "\(filter.error)")
            #expect(await schedule(fixture, "--", "release=noble").status == 0)
            let file = try fixture.room.write("", to: "no-program")
            for (program, status) in [
                (fixture.room.path("gone"), Int32(7)), (file, 64), (fixture.room.path, 64),
            ] {
                let words = ["mirror", "schedule", fixture.directory, "--program", program]
                let run = await fixture.run(words)
                #expect(run.status == status && run.error.contains(program), "\(run.error)")
                // What is packed here is to run elsewhere.
                let away = await fixture.run(
                    words + ["--install", "--dry-run", "--root", fixture.room.path("root")])
                #expect(away.status == 0, "\(away.error)")
            }
        }
    }

    @Test(.enabled(if: Systemd.isThere, "needs systemd-analyze, of Debian's package systemd"))
    func `asks systemd whether it understands an interval`() async throws {
        try await MirrorFixture.with(.narrow) { fixture in
            try await fixture.made()
            let root = fixture.room.path("root")
            for deed in [[], ["--install", "--root", root]] {
                let words = ["mirror", "schedule", fixture.directory, "--every", "foo"]
                let run = await fixture.run(words + deed)
                #expect(run.status == 64 && run.error.contains("foo"), "\(run.error)")
                #expect(run.error.contains("OnCalendar"))
            }
            #expect(!FileManager.default.fileExists(atPath: root))
            #expect(await schedule(fixture, "--every", "Mon..Fri 04:30").status == 0)
        }
    }
}
