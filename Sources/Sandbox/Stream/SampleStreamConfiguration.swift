/// What a sample stream holds and how large it is.
///
/// Two streams of equal configuration hold the same versions, paths and bytes; their keys, and so
/// their signatures, differ.
package struct SampleStreamConfiguration: Sendable {
    /// Decides every byte of every file.
    package var seed: UInt64 = 1
    /// Ubuntu releases, oldest first.
    package var releases: [SampleRelease] = [.jammy, .noble]
    /// Architectures of each Ubuntu release, in Debian's names.
    package var arches: [String] = ["amd64", "arm64"]
    /// Kernels offered for each release and architecture; they share squashfs and manifest.
    package var kernels: [SampleKernel] = [.ga, .hwe]
    /// Versions of each product that are published at a time; at least one.
    package var versions: Int = 2
    /// File sizes as a fraction of the real ones (a squashfs is 400 MB at 1).
    package var scale: Double = 5e-4
    /// No file is smaller than this many bytes.
    package var minimumSize: Int = 2048
    /// Whether the boot loaders' products are published.
    package var includeBootloaders: Bool = true
    /// Whether the CentOS products are published.
    package var includeCentOS: Bool = true
    /// When the first publication was signed, in seconds since 1970; nil means one hour ago.
    /// Each later publication is a minute younger.
    package var updated: Int64?

    /// Two releases, two architectures, two kernels, two versions: about 4 MB a line.
    package init() {}
}
