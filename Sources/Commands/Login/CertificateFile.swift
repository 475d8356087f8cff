internal import FoundationEssentials

/// Reads the certificates of an authority, to be kept in a profile.
enum CertificateFile {
    /// The file's text. It is kept itself, so that the profile works when the file is gone.
    static func authority(at path: String) throws(Failure) -> CertificateAuthority {
        guard let bytes = try? Data(contentsOf: URL(filePath: path)) else {
            throw Failure(.notFound, "the certificate file cannot be read", received: path)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.contains("-----BEGIN CERTIFICATE-----") else {
            throw Failure(
                .usage, "the file holds no certificate in PEM form", received: path,
                hint: "convert it: openssl x509 -inform der -in FILE -out FILE.pem")
        }
        return .pem(text)
    }
}
