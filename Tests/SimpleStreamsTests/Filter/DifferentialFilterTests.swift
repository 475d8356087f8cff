import Foundation
import SimpleStreams
import Subprocess
import Testing

/// Compares with simplestreams' own filter code, run in a virtual environment of its own.
@Suite struct DifferentialFilterTests {
    struct Question: Encodable {
        struct Retention: Encodable {
            let offered: [String]
            let held: [String]
            let max: Int?
            let keep: Bool
        }
        let cases: [[String]]
        let retentions: [Retention]
    }

    struct Answer: Decodable {
        let taken: [[[String]]?]
        let kept: [[String]]
    }

    static let filterLists: [[String]] = [
        [], ["arch=amd64"], ["arch=amd64", "release~(bionic|focal)"], ["os~(grub*|pxelinux)"],
        ["os~gru|pxelinux"], ["arch==amd64"], ["release=focal "], ["release=focal"],
        ["release = focal"], ["release !~ ^[a-f]"], ["nokey=x"], ["nokey!=x"], ["nokey~.*"],
        ["nokey~x"], ["size~^51"], ["size=51"], ["version~^2[24]"], ["version~04$"],
        [#"version_name~^\d+$"#], [#"version_name~\.\d"#], ["item_name=squashfs"],
        ["product_name~:v3:.*:amd64:"], ["content_id~bootloader"], ["ready=True"], ["ready=true"],
        ["supported=False"], ["weight=1.5"], ["nested~."], ["nested="], ["licence="],
        ["release~(?i)NOBLE"], ["release~NOBLE"], ["release~(?i:NO)ble"], ["release~[no]{2}"],
        ["release~o{,1}b"], ["release~^.{5}$"], ["release~^\\w+$"], ["subarch~-edge$"],
        ["subarch!~edge|hwe"], ["subarch~hwe-(?!2)"], ["subarches~,hwe-p,"],
        [#"subarch~^(ga|hwe)-(\d\d)\.04(-edge)?$"#], [#"version~(\d)\1"#], [#"version~\b22\b"#],
        [#"subarches~\bgeneric\b"#], [#"version~\B4$"#],
        [#"version~2\b"#], [#"version~\B2"#], [#"subarches~\bhwe\b"#], [#"os~\bub\b"#], ["os~\\["],
        ["subarches~(^|,)ga-24.04(,|$)"], ["os~[a-z]{3,}-{1,2}e"], ["os~(?P<a>u)(?P=a)?b"],
        ["krel~n.*?e"],
        ["release_title~22.04 LTS"], ["release_title~ LTS$"], ["ftype~^(squash|boot-i)"],
        ["os~[]u]"], ["os~[[u]"], ["os~[^a-t]+$"], ["os~[a-z&&b]{6}"], ["os~[u--x]{1}"],
        ["os~u{"], ["os~u{x}"], ["os~ub}?untu"], ["os~"], ["os~|x"], ["os~(?:ub)(?P<x>untu)"],
        [#"os~\Aub.*tu\Z"#], [#"os~[\w]+-efi$"#], [#"os~\x75\u0062"#], [#"path~[/]squashfs$"#],
        ["os~(?=ub)u"], ["os~(?#note)ubuntu"], ["os~(?s)^.+$"], ["os~^(a|)u"], ["os~u??b"],
        ["bootloader-type=uefi"], ["bootloader-type=uefi", "arch!=arm64"], ["sha256~^[0-7]"],
        ["os~grub-efi(?P<s>-signed)?$"], [#"os~(u)b(?:\1)ntu"#], ["label=stable", "arch~64"],
        ["os|arch=x"], ["é!=x"], ["a=b=c"], ["arch=~amd64"], ["arch~=amd64"], ["arch=amd64\n"],
        ["arch:amd64"], ["release"], [""], [" arch=amd64"], ["release~("], ["release~*a"],
        ["release~a**"], ["release~[z-a]"], [#"release~\p"#], ["release~)"], ["a! =b"], ["a=b\nc"],
        ["release~(a"], [#"release~\2"#], ["release~{3}"], ["release~x{3,2}"], ["release~^*"],
        ["os~[[:alpha:]]"], ["os~<u>"], ["os~\"u\""], ["os~#u"], ["os~u /"], ["release~$b|e$"],
    ]

    static let retentions: [Question.Retention] = {
        let names = ["20240101", "20240115", "20240115.1", "20240201", "20240215"]
        var all: [Question.Retention] = []
        for offered in 0..<32 {
            for (index, max) in [nil, 0, 1, 2, 3, 9].enumerated() {
                let held = (offered * 7 + index * 5) % 32
                func pick(_ bits: Int) -> [String] {
                    names.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element)
                }
                for keep in max == nil ? [false] : [false, true] {
                    all.append(
                        .init(offered: pick(offered), held: pick(held), max: max, keep: keep))
                }
            }
        }
        return all
    }()

    static var python: String? {
        if let named = ProcessInfo.processInfo.environment["MAAS_BOOT_SIMPLESTREAMS_PYTHON"] {
            return named
        }
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let path = root.appending(path: ".venv-simplestreams/bin/python").path
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }

    private static func ask() async throws -> Answer {
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures/evaluate_filters.py").path
        let question = try JSONEncoder().encode(
            Question(cases: filterLists, retentions: retentions))
        let documents = [SampleStream.images, SampleStream.bootloaders].joined(separator: ",")
        var input = "{\"documents\": [\(documents)], "
        input += String(decoding: question, as: UTF8.self).dropFirst()
        let result = try await Subprocess.run(
            .name("env"), arguments: [try #require(python), script], input: .string(input),
            output: .bytes(limit: 1 << 26), error: .string(limit: 1 << 20))
        #expect(result.terminationStatus.isSuccess, "\(result.standardError)")
        return try JSONDecoder().decode(Answer.self, from: Data(result.standardOutput))
    }

    @Test(
        .enabled(
            if: python != nil,
            """
            needs simplestreams: python3 -m venv .venv-simplestreams && \
            .venv-simplestreams/bin/pip install python-simplestreams==0.1.0.post59
            """))
    func `takes what sstream-mirror's own filters take`() async throws {
        let answer = try await Self.ask()
        let documents = try SampleStream.documents()
        try #require(answer.taken.count == Self.filterLists.count)
        for (filters, expected) in zip(Self.filterLists, answer.taken) {
            let taken = (try? FilterSet(parsing: filters)).map { set in
                documents.flatMap { set.select($0).items }
                    .map { [$0.name.product, $0.name.version, $0.name.item] }
                    .sorted { $0.lexicographicallyPrecedes($1) }
            }
            #expect(
                taken == expected, "\(filters): \(taken?.count ?? -1), \(expected?.count ?? -1)")
        }
        for (retention, expected) in zip(Self.retentions, answer.kept) {
            let kept = try Retention(max: retention.max, keepsVanished: retention.keep)
                .resolve(offered: retention.offered, held: retention.held)
            #expect(kept == expected, "\(retention)")
        }
    }
}
