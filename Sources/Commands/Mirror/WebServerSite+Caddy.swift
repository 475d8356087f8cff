internal import MirrorServer

extension WebServerSite {
    /// A site for a Caddyfile.
    ///
    /// Throws for a directory that Caddy has no way to be told of: braces are always placeholders.
    var caddy: String {
        get throws(Failure) {
            let site = """
                    root * \(try quotedForCaddy)
                    @hidden path_regexp /\\.
                    respond @hidden 404
                    @version path_regexp \(ContentRules.versionPattern)
                    header @version Cache-Control "\(ContentRules.lasting)"
                    @other not path_regexp \(ContentRules.versionPattern)
                    header @other Cache-Control "\(ContentRules.asked)"
                    header X-Content-Type-Options nosniff
                \(types)
                    file_server {
                        browse
                        hide .*
                    }
                """
            return """
                \(heading("/etc/caddy/Caddyfile")); Caddy follows links in it
                http://\(name ?? ""):\(listen.port) {
                    bind \(listen.host)
                \(base.isEmpty ? site : below(site))
                }

                """
        }
    }

    private var types: String {
        let known = ContentRules.types.enumerated().map { index, rule in
            """
                @type\(index) path \(rule.endings.map { "*." + $0 }.joined(separator: " "))
                header @type\(index) Content-Type "\(rule.type)"
            """
        }
        return known.joined(separator: "\n")
    }

    private func below(_ site: String) -> String {
        """
            redir \(base) \(base)/ permanent
            handle_path \(base)/* {
        \(site.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
            }
            respond 404
        """
    }

    private var quotedForCaddy: String {
        get throws(Failure) {
            if directory.contains("{") || directory.contains("}") || directory.contains("`") {
                throw Failure(
                    .usage, "Caddy cannot be told of a directory with { } or ` in its name",
                    received: directory,
                    hint: "give it another name by a link, or print another server's configuration")
            }
            return "`\(directory)`"
        }
    }
}
