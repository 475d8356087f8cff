#ifndef CFILES_SHIM_H
#define CFILES_SHIM_H

#include <linux/memfd.h>
#include <linux/openat2.h>
#include <sys/syscall.h>
#include <unistd.h>

// <unistd.h> declares it for _GNU_SOURCE only, which Swift's view of the C library lacks.
int syncfs(int descriptor);

// Likewise <fcntl.h>: sync_file_range(SYNC_FILE_RANGE_WRITE), which starts writing out a range and
// does not wait for it.
int sync_file_range(int descriptor, off_t offset, off_t count, unsigned int flags);
#define CFILES_START_WRITING 2u

// Likewise <sys/mman.h>.
int memfd_create(const char *name, unsigned int flags);

// Opens a path of any depth below a directory without following a link anywhere on it. The C
// library has no wrapper (Linux 5.6; ENOSYS before, and EPERM in some containers).
static inline int cfiles_open_beneath(int directory, const char *path, unsigned long long flags) {
    struct open_how how = {
        .flags = flags, .mode = 0, .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS};
    return (int)syscall(SYS_openat2, directory, path, &how, sizeof how);
}

#endif
