#ifndef MAAS_BOOT_CSQLITE_SHIM_H
#define MAAS_BOOT_CSQLITE_SHIM_H

#include <sqlite3.h>

#endif
