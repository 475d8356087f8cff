internal import Sandbox

extension MaasSandbox {
    /// Some thirty years, which a `Duration` holds with ease.
    private static let mostSeconds = 1e9

    /// What is wrong with the arguments, for a person; nil where nothing is.
    var problem: String? {
        if !stream, !streamFault.isEmpty || streamScale != nil {
            return "--stream-fault and --stream-scale need --stream"
        }
        if let streamScale, !(streamScale > 0 && streamScale <= 10) {
            return "--stream-scale is more than 0 and at most 10"
        }
        if let apiKey, APIKey(apiKey) == nil {
            return "--api-key is CONSUMER:TOKEN:SECRET: three parts, none of them empty"
        }
        return problemOfTimes ?? problemOfRegions
    }

    private var problemOfTimes: String? {
        let times = [("catalogue-delay", catalogueDelay), ("import-seconds", importSeconds)]
        return times.first { !(0...Self.mostSeconds).contains($0.1) }.map {
            "--\($0.0) is from 0 to \(Int(Self.mostSeconds)) seconds, not \($0.1)"
        }
    }

    /// Each region has a port, one after the other from the first.
    private var problemOfRegions: String? {
        let most = port == 0 ? Int(UInt16.max) : Int(UInt16.max) - Int(port) + 1
        guard !(1...most).contains(regions) else { return nil }
        return regions < 1
            ? "--regions is 1 or more, not \(regions)"
            : "there are no ports for \(regions) regions from \(port) on; at most for \(most)"
    }
}
