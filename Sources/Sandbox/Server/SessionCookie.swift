/// What a browser's cookies do to API requests, for clients that keep cookies by mistake.
enum SessionCookie {
    /// The answer to a change sent with a session cookie: it fails the check against forgery.
    static func refusal(_ request: APIRequest, _ flavour: MAASFlavour) -> APIResponse? {
        guard request.method != "GET", has("sessionid", request) else { return nil }
        let type = flavour < .v3_7 ? "text/html" : "text/html; charset=utf-8"
        let page = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta http-equiv="content-type" content="text/html; charset=utf-8">
              <title>403 Forbidden</title>
            </head>
            <body>
            <h1>Forbidden <span>(403)</span></h1>
            <p>CSRF verification failed. Request aborted.</p>
            </body>
            </html>
            """
        return APIResponse(403, type, Array(page.utf8), kind: .bare)
    }

    /// Takes an unknown session away, and hands out a token against forgery (3.7 on).
    static func mark(_ response: inout APIResponse, _ request: APIRequest, _ flavour: MAASFlavour) {
        if has("sessionid", request) {
            response.extraHeaders["Set-Cookie"] =
                "sessionid=\"\"; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/; "
                + "SameSite=Lax"
        } else if has("csrftoken", request), request.method != "GET", flavour >= .v3_7 {
            response.extraHeaders["Set-Cookie"] =
                "csrftoken=\(APIKey.random().secret); Max-Age=31449600; Path=/; SameSite=Lax"
        }
    }

    private static func has(_ name: String, _ request: APIRequest) -> Bool {
        let cookies = (request.headers["cookie"] ?? "").split(separator: ";")
        return cookies.contains { Text.trim($0).hasPrefix("\(name)=") }
    }
}
