import Commands
import Testing

@Suite struct ByteSizeTests {
    @Test(arguments: [
        ("4096", 4096), ("10M", 10_485_760), ("10m", 10_485_760), ("10MiB", 10_485_760),
        ("10MB", 10_000_000), ("1.5GiB", 1_610_612_736), ("1 KiB", 1024), ("0", 0), ("7B", 7),
        ("2T", 2_199_023_255_552),
    ])
    func `reads what people type`(text: String, bytes: Int) {
        #expect(ByteSize(parsing: text)?.bytes == bytes)
    }

    @Test(arguments: ["", "M", "-1", "1X", "1.2.3", "10 M B", "99999999T", ".5"])
    func `refuses anything else`(text: String) {
        #expect(ByteSize(parsing: text) == nil)
    }

    @Test(arguments: [
        (0, "0 B"), (1023, "1023 B"), (1024, "1.0 KiB"), (1536, "1.5 KiB"),
        (1_048_575, "1.0 MiB"), (1_610_612_736, "1.5 GiB"), (5_497_558_138_880, "5.0 TiB"),
    ])
    func `writes the largest fitting unit`(bytes: Int, text: String) {
        #expect(ByteSize(bytes: bytes).description == text)
    }

    @Test(arguments: [("10M", 10_485_760), ("1KB/s", 1000), ("0", nil), ("fast", nil)])
    func `reads rates, which are never zero`(text: String, rate: Int?) {
        #expect(ByteRate(parsing: text)?.bytesPerSecond == rate)
    }
}
