import Foundation

/// Makes damaged inputs out of good ones; the same seed makes the same ones.
struct Fuzzer: RandomNumberGenerator {
    private var state: UInt64

    /// Inputs for each target: few in a usual run, `MAAS_BOOT_FUZZ_COUNT` on demand.
    static let count =
        ProcessInfo.processInfo.environment["MAAS_BOOT_FUZZ_COUNT"].flatMap(Int.init) ?? 1500
    /// The seed: fixed in a usual run, `MAAS_BOOT_FUZZ_SEED` on demand.
    static let seed =
        ProcessInfo.processInfo.environment["MAAS_BOOT_FUZZ_SEED"].flatMap(UInt64.init)
        ?? 20_240_821

    init(_ target: String) {
        state = target.utf8.reduce(Self.seed) { $0 &* 31 &+ UInt64($1) }
        print("fuzz \(target): MAAS_BOOT_FUZZ_SEED=\(Self.seed) MAAS_BOOT_FUZZ_COUNT=\(Self.count)")
    }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// One of the good inputs with a few things broken, by the words of its format.
    mutating func mutate(_ seeds: [String], words: [String]) -> [UInt8] {
        var bytes = Array((seeds.randomElement(using: &self) ?? "").utf8)
        for _ in 0..<Int.random(in: 0...6, using: &self) {
            let place = Int.random(in: 0...bytes.count, using: &self)
            let end = min(bytes.count, place + Int.random(in: 0...12, using: &self))
            switch Int.random(in: 0..<6, using: &self) {
            case 0: bytes.removeSubrange(place..<end)
            case 1: bytes.insert(UInt8.random(in: 0...255, using: &self), at: place)
            case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 3 where place < bytes.count:
                bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
            case 4: bytes.removeSubrange(end...)
            default:
                bytes.insert(contentsOf: (words.randomElement(using: &self) ?? "").utf8, at: place)
            }
        }
        return bytes
    }

    /// A text made of words alone.
    mutating func compose(_ words: [String], upTo count: Int) -> String {
        (0..<Int.random(in: 0...count, using: &self))
            .map { _ in words.randomElement(using: &self) ?? "" }.joined()
    }
}
