import Foundation
import MAAS

/// Values as a region would send them.
enum Samples {
    static func source(_ id: Int = 1, filename: String = "/k.gpg", data: String = "") -> BootSource
    {
        decode(
            #"{"id":\#(id),"url":"http://h/","keyring_filename":"\#(filename)","keyring_data":"\#(data)"}"#
        )
    }

    static func selection(_ id: Int, of source: Int) -> BootSourceSelection {
        decode(
            #"""
            {"id":\#(id),"boot_source_id":\#(source),"os":"ubuntu","release":"noble",
             "arches":["amd64"],"subarches":["*"],"labels":["*"]}
            """#)
    }

    static let values = SelectionValues(os: "ubuntu", release: "noble", arches: ["amd64"])

    static func decode<Value: Decodable>(_ json: String) -> Value {
        do {
            return try JSONDecoder().decode(Value.self, from: Data(json.utf8))
        } catch {
            preconditionFailure("a sample cannot be read: \(error)")
        }
    }
}
