import Foundation
import Testing

@testable import SimpleStreams

@Suite struct RecordDamageTests {
    @Test(arguments: [
        ("", "it is not JSON"), ("{", "it is not JSON"), ("[]", "it is not a JSON object"),
        ("{}", "it lacks \"format\""),
        (#"{"format": "x", "upstream": 7}"#, "\"upstream\" is not of the kind it should be"),
        (
            #"{"format": "x", "upstream": "u", "parts": [], "holdings": [], "files": [{}]}"#,
            "it lacks \"files[0]."
        ),
        (
            #"{"format": "x", "upstream": "u", "parts": [], "holdings": [], "files": [], "last_success": "soon"}"#,
            "one of its values makes no sense"
        ),
        (
            #"{"format": "x", "upstream": "u", "parts": [], "holdings": [], "files": [], "index_path": "../x"}"#,
            "makes no sense"
        ),
        (#"{"format": "x"}"#, "it lacks \"upstream\""),
    ])
    func `says what a damaged record lacks`(text: String, reason: String) async throws {
        let bench = MirrorBench()
        try bench.write(".maas-boot/state.json", Array(text.utf8))
        let store = bench.store
        let error = await #expect(throws: StoreError.self) {
            _ = try await MirrorState.load(from: store)
        }
        #expect(error?.kind == .damaged)
        #expect(error?.detail.contains(reason) == true, "\(error?.detail ?? "")")
        #expect(error?.detail.contains("DecodingError") == false)
    }
}
