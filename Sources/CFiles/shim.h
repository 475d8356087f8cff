#ifndef CFILES_SHIM_H
#define CFILES_SHIM_H

// <unistd.h> declares it for _GNU_SOURCE only, which Swift's view of the C library lacks.
int syncfs(int descriptor);

#endif
