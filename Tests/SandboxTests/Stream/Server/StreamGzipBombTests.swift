import Foundation
import Testing

@testable import Sandbox

@Suite struct StreamGzipBombTests {
    @Test(arguments: [1, 259, 260, 2323, 3_000_000])
    func `is a valid file of zeros`(size: Int) async throws {
        try await withTemporaryDirectory { directory in
            let bomb = StreamGzipBomb(atLeast: size)
            let packed = bomb.body.piece(0..<(bomb.body.count ?? 0))
            try Data(packed).write(to: URL(filePath: directory + "/bomb.gz"))
            let result = try await runProgram("gzip", ["-dc", directory + "/bomb.gz"])
            #expect(result.exitCode == 0, "\(result.said)")
            #expect(result.output == [UInt8](repeating: 0, count: bomb.unpacked))
            #expect((size..<size + 2323).contains(bomb.unpacked))
        }
    }

    @Test func `is far smaller than what it unpacks to`() {
        let bomb = StreamGzipBomb(atLeast: 10_000_000_000)
        #expect((bomb.body.count ?? .max) < 64_000_000)
    }

    @Test func `checks one byte like everybody`() {
        #expect(StreamGzipBomb.checksum(zeros: 1) == 0xd202_ef8d)
    }
}
