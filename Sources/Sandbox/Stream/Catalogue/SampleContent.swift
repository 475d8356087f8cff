internal import Digests

/// The bytes of one sample file: a function of a seed and a path, made when they are asked for.
///
/// The file is one pseudo-random block, repeated, with the number of the repetition in the first
/// eight bytes of each. So any part of a file of any size costs no more than that part, and no
/// two blocks of a file are alike.
struct SampleContent: Sendable {
    /// Bytes in the repeated block.
    static let blockSize = 16 * 1024

    /// Bytes in the file.
    let size: Int
    private let block: [UInt8]

    init(seed: UInt64, path: String, size: Int) {
        self.size = size
        var generator = SplitMix(seed: seed, text: path)
        var block: [UInt8] = []
        block.reserveCapacity(Self.blockSize)
        while block.count < Self.blockSize {
            generator.append(to: &block)
        }
        self.block = block
    }

    /// The bytes of `range`, as far as the file reaches.
    func bytes(_ range: Range<Int>) -> [UInt8] {
        let range = range.clamped(to: 0..<size)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count)
        var offset = range.lowerBound
        while offset < range.upperBound {
            let start = offset % Self.blockSize
            let count = min(Self.blockSize - start, range.upperBound - offset)
            bytes.append(contentsOf: numbered(offset / Self.blockSize)[start..<start + count])
            offset += count
        }
        return bytes
    }

    /// The digest of the whole file, in hexadecimal.
    func sha256() -> String {
        var hasher = SHA256()
        var offset = 0
        while offset < size {
            let piece = bytes(offset..<min(size, offset + 64 * Self.blockSize))
            hasher.update(piece)
            offset += piece.count
        }
        return Hexadecimal.encode(hasher.finalize())
    }

    private func numbered(_ number: Int) -> [UInt8] {
        var block = block
        for position in 0..<8 {
            block[position] ^= UInt8(truncatingIfNeeded: number >> (8 * position))
        }
        return block
    }
}
