import Glibc

/// Time that a slow server lets pass.
enum Pause {
    static func short() { usleep(100_000) }
    static func long() { usleep(1_200_000) }
}
