@main
enum MaasSandbox {
    static func main() async {}
}
