/* A store of one's own: the record, its documents and the vault in tables of a SQLite file. See store_sqlite.c. */
#ifndef STORE_SQLITE_H
#define STORE_SQLITE_H

#include <interlink.h>

/* Opens or makes the file at path, and fills in *store. 0 is success, anything else a code of SQLite; the store closes the
 * file. */
int store_sqlite_open(const char *path, interlink_store *store);

#endif
