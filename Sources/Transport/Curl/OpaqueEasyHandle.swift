internal import CCurl

/// One `CURL *`, closed exactly once by its owner.
@safe
struct OpaqueEasyHandle {
    let pointer: UnsafeMutableRawPointer
    private let headerList = HeaderList()

    init?() {
        guard let pointer = unsafe curl_easy_init() else { return nil }
        unsafe self.pointer = pointer
    }

    func close() {
        unsafe curl_easy_cleanup(pointer)
    }

    /// What a proxy last answered to CONNECT; 0 when none was asked.
    var proxyStatus: Int { number(CURLINFO_HTTP_CONNECTCODE) }

    /// Whether the answer came over HTTP/2 or newer.
    var isMultiplexed: Bool {
        number(CURLINFO_HTTP_VERSION) >= CURL_HTTP_VERSION_2_0
    }

    /// The body's length as the server gave it.
    var announcedLength: Int? {
        let length = offset(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T)
        return length < 0 ? nil : length
    }

    /// To be read when the transfer has ended.
    func statistics(bodyBytes: Int) -> TransferStatistics {
        TransferStatistics(
            bodyBytes: bodyBytes,
            firstByte: .microseconds(offset(CURLINFO_STARTTRANSFER_TIME_T)),
            total: .microseconds(offset(CURLINFO_TOTAL_TIME_T)),
            newConnections: number(CURLINFO_NUM_CONNECTS), isMultiplexed: isMultiplexed)
    }

    private func number(_ info: CURLINFO) -> Int {
        var value = 0
        unsafe ccurl_getinfo_long(pointer, info, &value)
        return value
    }

    private func offset(_ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        unsafe ccurl_getinfo_offset(pointer, info, &value)
        return Int(value)
    }

    var effectiveURL: String? {
        var text: UnsafeMutablePointer<CChar>?
        unsafe ccurl_getinfo_string(pointer, CURLINFO_EFFECTIVE_URL, &text)
        return unsafe text.map { unsafe String(cString: $0) }
    }

    func set(_ option: CURLoption, _ value: Int) -> Bool {
        unsafe ccurl_setopt_long(pointer, option, value) == CURLE_OK
    }

    func set(_ option: CURLoption, offset: Int64) -> Bool {
        unsafe ccurl_setopt_offset(pointer, option, curl_off_t(offset)) == CURLE_OK
    }

    /// Takes away libcurl's own default.
    func unset(_ option: CURLoption) -> Bool {
        unsafe ccurl_setopt_string(pointer, option, nil) == CURLE_OK
    }

    /// libcurl keeps a copy of the text.
    func set(_ option: CURLoption, _ value: String) -> Bool {
        unsafe ccurl_setopt_string(pointer, option, value) == CURLE_OK
    }

    func set(_ option: CURLoption, pointer value: UnsafeMutableRawPointer) -> Bool {
        unsafe ccurl_setopt_pointer(pointer, option, value) == CURLE_OK
    }

    func set(_ option: CURLoption, callback: @escaping ccurl_data_callback) -> Bool {
        unsafe ccurl_setopt_callback(pointer, option, callback) == CURLE_OK
    }

    func set(seek callback: @escaping ccurl_seek_callback) -> Bool {
        unsafe ccurl_setopt_seek(pointer, callback) == CURLE_OK
    }

    /// libcurl copies the bytes at once.
    func setBody(_ bytes: [UInt8]) -> Bool {
        guard !bytes.isEmpty else { return set(CURLOPT_COPYPOSTFIELDS, "") }
        return unsafe set(CURLOPT_POSTFIELDSIZE_LARGE, offset: Int64(bytes.count))
            && bytes.withUnsafeBytes { bytes in
                unsafe ccurl_setopt_pointer(pointer, CURLOPT_COPYPOSTFIELDS, bytes.baseAddress)
            } == CURLE_OK
    }

    func setAuthorities(pem: [UInt8]) -> Bool {
        unsafe pem.withUnsafeBytes { bytes in
            unsafe ccurl_set_ca_blob(pointer, bytes.baseAddress, bytes.count)
        } == CURLE_OK
    }

    /// The list stays alive as long as the handle.
    func setHeaders(_ lines: [String]) -> Bool {
        unsafe headerList.append(lines)
            && ccurl_setopt_list(pointer, CURLOPT_HTTPHEADER, headerList.list) == CURLE_OK
    }
}

/// A `curl_slist`, which libcurl reads but does not own.
@safe
private final class HeaderList {
    private(set) var list: UnsafeMutablePointer<curl_slist>?

    func append(_ lines: [String]) -> Bool {
        for line in lines {
            guard let longer = unsafe curl_slist_append(list, line) else { return false }
            unsafe list = longer
        }
        return true
    }

    deinit {
        unsafe curl_slist_free_all(list)
    }
}
