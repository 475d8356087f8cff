internal import CMalloc

/// What becomes of the memory of large buffers.
enum BufferMemory {
    /// Has buffers of a mebibyte and more go back to the system when they are freed.
    ///
    /// glibc keeps such memory for later once buffers of their size were freed (mallopt(3),
    /// M_MMAP_THRESHOLD), in each thread's arena: parts of uploads then take half as much again.
    static func returnWhenFreed() {
        _ = mallopt(M_MMAP_THRESHOLD, 1 << 20)
    }
}
