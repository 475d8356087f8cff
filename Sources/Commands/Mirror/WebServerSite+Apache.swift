internal import MirrorServer

extension WebServerSite {
    /// A file for `/etc/apache2/sites-available`.
    var apache: String {
        let types = ContentRules.types.map { type, endings in
            "    AddType \"\(type)\" \(endings.map { "." + $0 }.joined(separator: " "))"
        }
        return """
            \(heading("/etc/apache2/sites-available/maas-images.conf"))
            # Needs: a2enmod alias autoindex dir headers mime; a2ensite maas-images
            \(listen.port == 80 ? "# Listens already, by ports.conf:\n#" : "")Listen \(listen)
            <VirtualHost \(listen)>
            \(name.map { "    ServerName \($0)\n" } ?? "")\(place)
                <Directory \(pattern)>
                    Options +Indexes -FollowSymLinks -SymLinksIfOwnerMatch -ExecCGI -Includes
                    AllowOverride None
                    Require all granted
                    DirectoryIndex index.html
                </Directory>
            \(types.joined(separator: "\n"))
                RedirectMatch 404 "/\\."
                IndexIgnore .??*
                IndexOptions FancyIndexing NameWidth=* Charset=UTF-8
                FileETag MTime Size INode
                Header set X-Content-Type-Options nosniff
                Header set Cache-Control "\(ContentRules.asked)"
                <LocationMatch "\(ContentRules.versionPattern)">
                    Header set Cache-Control "\(ContentRules.lasting)"
                </LocationMatch>
            </VirtualHost>

            """
    }

    private var place: String {
        guard !base.isEmpty else { return "    DocumentRoot \(quoted(directory))" }
        return """
                Alias "\(base)" \(quoted(directory))
                RedirectMatch 404 "^(?!\(base.replacing(".", with: "[.]"))(/|$))"
            """
    }

    private func quoted(_ path: String) -> String {
        "\"" + path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// The path where Apache takes wildcards: those in it then stand for themselves.
    private var pattern: String {
        guard directory.contains(where: { "*?[".contains($0) }) else { return quoted(directory) }
        let plain = directory.map { character in
            "*?[".contains(character)
                ? "[\(character)]" : character == "\\" ? "\\\\" : String(character)
        }
        return quoted(plain.joined())
    }
}
