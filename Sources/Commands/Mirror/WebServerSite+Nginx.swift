internal import MirrorServer

extension WebServerSite {
    /// A file for `/etc/nginx/conf.d`.
    ///
    /// The caching header is chosen by `set` at the level of the server: in a location, `if` and
    /// `alias` do not go together.
    var nginx: String {
        let types = ContentRules.types.map { type, endings in
            "        \(type.split(separator: ";")[0]) \(endings.joined(separator: " "));"
        }
        return """
            \(heading("/etc/nginx/conf.d/maas-images.conf"))
            \(name == nil ? Self.defaultSite : "")\(dollar)server {
                listen \(listen);
                server_name \(name ?? "_");
                absolute_redirect off;
                server_tokens off;
                sendfile on;
                tcp_nopush on;
                disable_symlinks on \(quoted("from=" + directory));
                default_type \(ContentRules.defaultType);
                charset utf-8;
                types {
            \(types.joined(separator: "\n"))
                }
                set $maas_caching "\(ContentRules.asked)";
                if ($uri ~ "\(ContentRules.versionPattern)") {
                    set $maas_caching "\(ContentRules.lasting)";
                }
                location ~ "/\\." { return 404; }
            \(location)
            }

            """
    }

    private static let defaultSite =
        "# No --server-name: another default site on this port would answer in its place.\n"

    private var location: String {
        let common = """
                    index index.html;
                    autoindex on;
                    add_header Cache-Control $maas_caching;
                    add_header X-Content-Type-Options nosniff;
                }
            """
        guard !base.isEmpty else {
            return "    location / {\n        root \(quoted(directory));\n\(common)"
        }
        return """
                location = \(base) { return 301 \(base)/; }
                location \(base)/ {
                    alias \(quoted(directory == "/" ? "/" : directory + "/"));
            \(common)
                location / { return 404; }
            """
    }

    /// nginx has no way to write a dollar sign in a path but a variable that holds one.
    private var dollar: String {
        directory.contains("$") ? "geo $maas_dollar { default \"$\"; }\n" : ""
    }

    private func quoted(_ path: String) -> String {
        "\""
            + path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            .replacing("$", with: "${maas_dollar}") + "\""
    }
}
