extension DocumentError {
    /// What to do next.
    package var hint: String {
        switch reason {
        case .syntax, .notUnicode:
            "fetch it again; a proxy's error page in its place is the usual cause"
        case .wrongFormat:
            "start at the index of the stream: streams/v1/index.sjson"
        case .noSHA256: "the publisher must name a sha256; MAAS needs one as well"
        case .path: "do not use this stream: its metadata leads outside of it"
        case .tooLarge, .tooDeep: "this is not the metadata of an image stream"
        case .contentIDMismatch:
            "the source may be in the midst of publishing: try later"
        case .wrongType, .missing, .duplicateKey, .contentID, .size, .digest, .aliases:
            "ask the publisher of the stream to mend it"
        }
    }
}
