extension APIResponse {
    /// A page of nginx's own.
    static func page(_ status: Int, _ title: String) -> APIResponse {
        let lines = [
            "<html>", "<head><title>\(title)</title></head>", "<body>",
            "<center><h1>\(title)</h1></center>", "<hr><center>nginx/1.22.1</center>", "</body>",
            "</html>", "",
        ]
        return APIResponse(
            status, "text/html", Array(lines.joined(separator: "\r\n").utf8), kind: .proxy)
    }
}
