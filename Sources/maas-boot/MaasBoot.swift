@main
enum MaasBoot {
    static func main() async {}
}
