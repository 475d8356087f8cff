import Foundation

/// What has to be there before a command's examples can work, and what stands for the places that an
/// example names and that a test has not.
///
/// Nothing else of a line is changed. A command that is not named in these tables runs as its help
/// says, on a region as it is fresh.
enum ExampleStage {
    /// What an example says, and what the test's shell says in its place. The first that is found in
    /// a line is replaced, then the next, in this order.
    static let substitutions = [
        // The other machines: the sandbox's stream for a mirror, its region for a MAAS.
        (
            "http://mirror.example.com/maas/ --trust 0123456789ABCDEF0123456789ABCDEF01234567",
            #""$SIGNED" --trust "$FINGERPRINT""#
        ),
        ("http://mirror.example.com/maas/images/ephemeral-v3/stable/", #""$MIRROR""#),
        ("http://mirror.example.com/ephemeral-v3/stable/", #""$MIRROR""#),
        ("http://mirror.example.com/own/", #""$CANDIDATE""#),
        ("http://maas.example.com:5240/MAAS", #""$REGION" < key"#),
        ("http://localhost:5240/MAAS", #""$REGION""#),
        // The stream answers for images.maas.io, over http: it has no certificate of that name.
        ("https://images.maas.io", "http://images.maas.io"),
        (" stable /srv/images", " http://images.maas.io/ephemeral-v3/stable /srv/images"),
        (" stable s3://", " http://images.maas.io/ephemeral-v3/stable s3://"),
        // The environment names the store's address, for all lines.
        (" --s3-endpoint https://s3.example.com", ""),
        ("s3://images/maas", #""$BUCKET""#),
        // Directories and devices.
        ("/srv/images", #""$HOME/images""#),
        ("/media/usb", #""$HOME/usb""#),
        ("/dev/nst0", #""$HOME/tape""#),
        // Ports that are free, on this machine only; units elsewhere than in /etc, and not started.
        (" --listen 0.0.0.0:8080", " --listen 127.0.0.1:0"),
        (" --install", #" --install --root "$HOME/root""#),
    ]

    /// Commands that check signatures from here. The sample stream is not signed by Canonical, so
    /// they are told its keyring where the example names none.
    static let checking = [
        "mirror plan", "mirror sync", "mirror verify", "mirror publish", "mirror pack",
        "mirror unpack", "mirror schedule", "source probe",
    ]

    private static let mirrored = #"""
        maas-boot mirror sync http://images.maas.io/ephemeral-v3/stable "$HOME/images" \
            --release noble --arch amd64 --keyring "$KEYRING"
        """#
    private static let published = #"""
        [ -z "$BUCKET" ] || maas-boot mirror publish "$HOME/images" "$BUCKET" --keyring "$KEYRING"
        """#
    private static let otherSources = """
        maas-boot source add http://mirror.example.com/first/ --keyring auto --preflight off
        maas-boot source add http://elsewhere.example.com/ --keyring auto --preflight off
        """
    private static let exported = "maas-boot export > maas.yaml"
    private static let jammy =
        "maas-boot selection ensure jammy:amd64 && maas-boot import start --wait"

    /// A mirror with a key of its own, for `use`.
    static let signedMirror = #"""
        maas-boot mirror sync http://images.maas.io/ephemeral-v3/stable "$HOME/own" \
            --release noble --arch amd64 --keyring "$KEYRING" --sign auto
        """#

    /// What is done before a command's examples, once.
    static let preparations = [
        "apply": exported,
        "plan": exported,
        "image remove": jammy,
        "selection remove": jammy + " && maas-boot selection ensure noble:amd64,arm64",
        "source remove": otherSources,
        "source show": otherSources,
        "source update": otherSources,
        "mirror list": mirrored,
        "mirror pack": mirrored + "\n" + #"cp "$HOME/images/.maas-boot/state.json" ."#,
        "mirror prune": mirrored,
        "mirror publish": mirrored,
        "mirror schedule": mirrored,
        "mirror serve": mirrored,
        "mirror unpack": mirrored + "\n" + #"""
            maas-boot mirror pack "$HOME/images" "$HOME/usb/images.tar" --keyring "$KEYRING"
            cp "$HOME/usb/images.tar" "$HOME/tape" && rm -r "$HOME/images"
            """#,
        "mirror verify": mirrored + "\n" + published,
    ]

    /// Commands whose examples need a region of another generation.
    static let generations = ["source update": "3.8"]

    /// Whether a line runs until it is interrupted.
    static func lasts(_ line: String) -> Bool {
        line.contains("status --watch")
            || line.contains("mirror serve") && !line.contains("--print")
    }

    /// The status that a line's help names; 0 where it names none.
    static func status(of line: String) -> Int32 {
        if lasts(line) { return 130 }
        // Exit 2 when there is something to fetch.
        return line.contains("mirror plan") ? 2 : 0
    }

    /// Whether a line prints a result and ends, in a form that it does not name itself.
    static func prints(_ line: String) -> Bool {
        !lasts(line) && !line.contains(" -o ") && !line.contains(" --json ")
    }

    /// The line with its result sent through jq, and to no file.
    static func asking(_ line: String, through jq: String, _ command: String) -> String {
        let words = "maas-boot \(command)"
        let call = line.range(of: " > ").map { String(line[..<$0.lowerBound]) } ?? line
        return call.replacing(words, with: "\(words) --jq \(jq)")
    }

    /// The line as the test's shell runs it.
    static func line(_ example: String, of command: String) -> String {
        var line = example
        let words = "maas-boot \(command)"
        if checking.contains(command), !line.contains("--keyring") {
            let option = #" --keyring "$KEYRING""#
            line =
                command == "mirror schedule"
                ? line + (line.contains(" -- ") ? option : " --" + option)
                : line.replacing(words, with: words + option)
        }
        if command == "mirror serve", !line.contains("--listen") {
            line = line.replacing(words, with: words + " --listen 127.0.0.1:0")
        }
        for (said, meant) in substitutions { line = line.replacing(said, with: meant) }
        return line
    }
}
