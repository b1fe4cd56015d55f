/* What the two halves of the example share: the store, and how SQLite is asked. */
#ifndef STORE_SQLITE_INSIDE_H
#define STORE_SQLITE_INSIDE_H

#include <interlink.h>
#include <pthread.h>
#include <sqlite3.h>
#include <string.h>

enum {
    /* How many connections that nobody reads on are kept. */
    IDLE = 8,
    /* How long one command or question waits in all for others to let go of the file, in milliseconds. */
    PATIENCE_MS = 10000,
};

/* One connection writes, as many as are needed read. */
typedef struct {
    char *path;
    /* Held by whoever writes; writer and scrub_due are its. */
    pthread_mutex_t turn;
    sqlite3 *writer;
    /* Whether something that was erased may still lie in the log. */
    int scrub_due;
    /* Guards those that nobody reads on. */
    pthread_mutex_t pool;
    sqlite3 *idle[IDLE];
    int idle_count;
} Store;

/* A statement on its way: made, bound from the first parameter on, stepped, ended. */
typedef struct {
    sqlite3 *db;
    sqlite3_stmt *statement;
    int bound;
    int code;
} Query;

static inline Query query(sqlite3 *db, const char *sql) {
    Query q = {db, NULL, 0, SQLITE_OK};
    q.code = sqlite3_prepare_v2(db, sql, -1, &q.statement, NULL);
    return q;
}

static inline void number(Query *q, uint64_t value) {
    sqlite3_bind_int64(q->statement, ++q->bound, (sqlite3_int64)value);
}

/* No bytes at all are an empty blob, so that everything compares as bytes. */
static inline void blob(Query *q, interlink_bytes bytes) {
    sqlite3_bind_blob64(q->statement, ++q->bound, bytes.len == 0 ? "" : bytes.data, bytes.len, SQLITE_STATIC);
}

static inline int row(Query *q) {
    if (q->code == SQLITE_OK || q->code == SQLITE_ROW) {
        q->code = sqlite3_step(q->statement);
    }
    return q->code == SQLITE_ROW;
}

static inline uint64_t number_at(Query *q, int column) {
    return (uint64_t)sqlite3_column_int64(q->statement, column);
}

static inline interlink_bytes blob_at(Query *q, int column) {
    interlink_bytes bytes;
    bytes.data = sqlite3_column_blob(q->statement, column);
    bytes.len = (size_t)sqlite3_column_bytes(q->statement, column);
    return bytes;
}

static inline int same(interlink_bytes one, interlink_bytes two) {
    return one.len == two.len && (one.len == 0 || memcmp(one.data, two.data, one.len) == 0);
}

/* What SQLite said, as the library is told it. */
static inline uint32_t said(sqlite3 *db, int code, interlink_answer *answer) {
    const char *message = sqlite3_errmsg(db);
    switch (code & 0xff) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE:
        return INTERLINK_STORE_STATUS_OK;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return INTERLINK_STORE_STATUS_BUSY;
    case SQLITE_READONLY:
        return INTERLINK_STORE_STATUS_READ_ONLY;
    default:
        interlink_say(answer, message, strlen(message));
        return INTERLINK_STORE_STATUS_FAILED;
    }
}

static inline uint32_t end(Query *q, interlink_answer *answer) {
    const uint32_t status = said(q->db, q->code, answer);
    sqlite3_finalize(q->statement);
    return status;
}

/* Steps a statement that gives no rows. */
static inline uint32_t run(Query *q, interlink_answer *answer) {
    while (row(q)) {
    }
    return end(q, answer);
}

static inline uint32_t last_position(sqlite3 *db, uint64_t *position, interlink_answer *answer) {
    Query q = query(db, "SELECT coalesce(max(position), 0) FROM event");
    *position = row(&q) ? number_at(&q, 0) : 0;
    return end(&q, answer);
}

/* Opens a connection to the file, and makes the file if it is not there. NULL, with SQLite's code, where it cannot. */
sqlite3 *store_sqlite_connect(const char *path, int *code);

/* Puts in what writes (store_sqlite_write.c). */
void store_sqlite_writes(interlink_store *store);

/* Removes from the log what was erased, waiting so many milliseconds for those who still read it. The caller has the
 * turn to write. */
uint32_t store_sqlite_scrub_now(Store *store, int wait_ms, interlink_answer *answer);

#endif
