/* A store of one's own: the record, its documents and the vault in tables of a SQLite file, through SQLite's C interface.
 * It passes the conformance suite (../tests/store.c). A vendor who has another database replaces the SQL.
 *
 * Here are the connections, and what is read; store_sqlite_write.c has what is written. A reading is a read transaction on
 * a connection of its own: by SQLite's write-ahead log it sees one state of the file, whatever is written meanwhile, and
 * nobody waits for it. */
#include "store_sqlite.h"
#include "store_sqlite_inside.h"

#include <stdlib.h>

static const char SCHEMA[] =
    "CREATE TABLE IF NOT EXISTS event(position INTEGER PRIMARY KEY AUTOINCREMENT, stream BLOB NOT NULL,"
    "  seq INTEGER NOT NULL, at INTEGER NOT NULL, id BLOB NOT NULL, body BLOB NOT NULL, UNIQUE(stream, seq));"
    "CREATE TABLE IF NOT EXISTS command(stream BLOB, id BLOB, first INTEGER, last INTEGER, fingerprint BLOB,"
    "  PRIMARY KEY(stream, id));"
    "CREATE TABLE IF NOT EXISTS document(id BLOB PRIMARY KEY, bytes BLOB NOT NULL);"
    "CREATE TABLE IF NOT EXISTS snapshot(stream BLOB, seq INTEGER, id BLOB, at INTEGER, format INTEGER,"
    "  bytes BLOB, PRIMARY KEY(stream, seq));"
    "CREATE TABLE IF NOT EXISTS pseudonym_link(host_id BLOB PRIMARY KEY, kind INTEGER, id BLOB, organisation BLOB,"
    "  UNIQUE(kind, id));"
    "CREATE TABLE IF NOT EXISTS entry(place BLOB PRIMARY KEY, commitment BLOB, data_subject_id BLOB, salt BLOB, text BLOB);"
    "CREATE INDEX IF NOT EXISTS entry_of ON entry(data_subject_id);"
    "CREATE TABLE IF NOT EXISTS process_key(process BLOB PRIMARY KEY, key BLOB NOT NULL);"
    "CREATE TABLE IF NOT EXISTS participation(process BLOB, tag BLOB, PRIMARY KEY(process, tag));";

sqlite3 *store_sqlite_connect(const char *path, int *code) {
    /* One thread at a time uses a connection, so SQLite need not lock it. */
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    sqlite3 *db = NULL;
    *code = sqlite3_open_v2(path, &db, flags, NULL);
    if (*code == SQLITE_OK) {
        sqlite3_busy_timeout(db, PATIENCE_MS);
        *code = sqlite3_exec(db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;",
                             NULL, NULL, NULL);
    }
    if (*code != SQLITE_OK) {
        sqlite3_close(db);
        return NULL;
    }
    return db;
}

/* A connection that nobody uses, or a new one. */
static sqlite3 *borrow(Store *store, int *code) {
    sqlite3 *db = NULL;
    pthread_mutex_lock(&store->pool);
    if (store->idle_count > 0) {
        db = store->idle[--store->idle_count];
    }
    pthread_mutex_unlock(&store->pool);
    *code = SQLITE_OK;
    return db != NULL ? db : store_sqlite_connect(store->path, code);
}

static void give_back(Store *store, sqlite3 *db) {
    pthread_mutex_lock(&store->pool);
    if (store->idle_count < IDLE) {
        store->idle[store->idle_count++] = db;
        db = NULL;
    }
    pthread_mutex_unlock(&store->pool);
    sqlite3_close(db);
}

static uint32_t not_opened(int code, interlink_answer *answer) {
    const char *message = sqlite3_errstr(code);
    interlink_say(answer, message, strlen(message));
    return (code & 0xff) == SQLITE_BUSY ? INTERLINK_STORE_STATUS_BUSY : INTERLINK_STORE_STATUS_FAILED;
}

static uint32_t open_reading(void *context, void **reading, interlink_answer *answer) {
    int code;
    uint64_t position = 0;
    sqlite3 *db = borrow(context, &code);
    if (db == NULL) {
        return not_opened(code, answer);
    }
    uint32_t status = said(db, sqlite3_exec(db, "BEGIN", NULL, NULL, NULL), answer);
    if (status == INTERLINK_STORE_STATUS_OK) {
        /* The transaction begins to see at its first look. */
        status = last_position(db, &position, answer);
    }
    if (status != INTERLINK_STORE_STATUS_OK) {
        sqlite3_close(db);
        return status;
    }
    interlink_give_number(answer, position);
    *reading = db;
    return status;
}

static void end_reading(void *context, void *reading) {
    if (sqlite3_exec(reading, "COMMIT", NULL, NULL, NULL) == SQLITE_OK) {
        give_back(context, reading);
    } else {
        sqlite3_close(reading);
    }
}

static uint32_t position(void *context, interlink_answer *answer) {
    int code;
    uint64_t last = 0;
    sqlite3 *db = borrow(context, &code);
    if (db == NULL) {
        return not_opened(code, answer);
    }
    const uint32_t status = last_position(db, &last, answer);
    if (status == INTERLINK_STORE_STATUS_OK) {
        interlink_give_number(answer, last);
    }
    give_back(context, db);
    return status;
}

static uint32_t head(void *context, void *reading, interlink_bytes stream, interlink_answer *answer) {
    (void)context;
    Query q = query(reading, "SELECT seq, id FROM event WHERE stream = ? ORDER BY seq DESC LIMIT 1");
    blob(&q, stream);
    if (row(&q)) {
        interlink_give_head(answer, number_at(&q, 0), blob_at(&q, 1));
    }
    return end(&q, answer);
}

static uint32_t give_events(Query *q, interlink_answer *answer) {
    while (row(q)) {
        interlink_event event;
        event.position = number_at(q, 0);
        event.stream = blob_at(q, 1);
        event.seq = number_at(q, 2);
        event.at = (int64_t)number_at(q, 3);
        event.id = blob_at(q, 4);
        event.body = blob_at(q, 5);
        interlink_give_event(answer, &event);
    }
    return end(q, answer);
}

static uint32_t events(void *context, void *reading, interlink_bytes stream, uint64_t after, size_t limit,
                       interlink_answer *answer) {
    (void)context;
    Query q = query(reading, "SELECT position, stream, seq, at, id, body FROM event WHERE stream = ? AND seq > ?"
                             " ORDER BY seq LIMIT ?");
    blob(&q, stream);
    number(&q, after);
    number(&q, limit);
    return give_events(&q, answer);
}

static uint32_t changes(void *context, void *reading, uint64_t after, size_t limit, interlink_answer *answer) {
    (void)context;
    Query q = query(reading, "SELECT position, stream, seq, at, id, body FROM event WHERE position > ?"
                             " ORDER BY position LIMIT ?");
    number(&q, after);
    number(&q, limit);
    return give_events(&q, answer);
}

static uint32_t seq_at(void *context, void *reading, interlink_bytes stream, int64_t at, interlink_answer *answer) {
    (void)context;
    Query q = query(reading, "SELECT coalesce(max(seq), 0) FROM event WHERE stream = ? AND at <= ?");
    blob(&q, stream);
    number(&q, (uint64_t)at);
    if (row(&q)) {
        interlink_give_number(answer, number_at(&q, 0));
    }
    return end(&q, answer);
}

static uint32_t command(void *context, void *reading, interlink_bytes stream, interlink_bytes id,
                        interlink_answer *answer) {
    (void)context;
    Query q = query(reading, "SELECT first, last, fingerprint FROM command WHERE stream = ? AND id = ?");
    blob(&q, stream);
    blob(&q, id);
    if (row(&q)) {
        interlink_command found;
        found.first = number_at(&q, 0);
        found.last = number_at(&q, 1);
        found.fingerprint = blob_at(&q, 2);
        interlink_give_command(answer, &found);
    }
    return end(&q, answer);
}

/* Gives the first column of every row. */
static uint32_t give_blobs(Query *q, interlink_answer *answer) {
    while (row(q)) {
        const interlink_bytes found = blob_at(q, 0);
        interlink_give_bytes(answer, found.data, found.len);
    }
    return end(q, answer);
}

static uint32_t streams(void *context, void *reading, interlink_bytes after, size_t limit, interlink_answer *answer) {
    (void)context;
    Query q = query(reading, "SELECT DISTINCT stream FROM event WHERE stream > ? ORDER BY stream LIMIT ?");
    blob(&q, after);
    number(&q, limit);
    return give_blobs(&q, answer);
}

static uint32_t find_blob(void *reading, const char *sql, interlink_bytes by, interlink_answer *answer) {
    Query q = query(reading, sql);
    blob(&q, by);
    return give_blobs(&q, answer);
}

static uint32_t document(void *context, void *reading, interlink_bytes id, interlink_answer *answer) {
    (void)context;
    return find_blob(reading, "SELECT bytes FROM document WHERE id = ?", id, answer);
}

static uint32_t process_key(void *context, void *reading, interlink_bytes process, interlink_answer *answer) {
    (void)context;
    return find_blob(reading, "SELECT key FROM process_key WHERE process = ?", process, answer);
}

static uint32_t snapshot(void *context, void *reading, interlink_bytes stream, uint64_t at_most,
                         interlink_answer *answer) {
    (void)context;
    Query q = query(reading, "SELECT seq, id, at, format, bytes FROM snapshot WHERE stream = ? AND seq <= ?"
                             " ORDER BY seq DESC LIMIT 1");
    blob(&q, stream);
    /* SQLite's numbers are signed; no stream comes so far. */
    number(&q, at_most > INT64_MAX ? INT64_MAX : at_most);
    if (row(&q)) {
        interlink_snapshot found;
        found.seq = number_at(&q, 0);
        found.id = blob_at(&q, 1);
        found.at = (int64_t)number_at(&q, 2);
        found.format = (uint32_t)number_at(&q, 3);
        found.bytes = blob_at(&q, 4);
        interlink_give_snapshot(answer, &found);
    }
    return end(&q, answer);
}

static uint32_t party(void *context, void *reading, interlink_bytes host_id, interlink_answer *answer) {
    (void)context;
    Query q = query(reading, "SELECT kind, id, organisation FROM pseudonym_link WHERE host_id = ?");
    blob(&q, host_id);
    if (row(&q)) {
        interlink_party found;
        found.kind = (uint32_t)number_at(&q, 0);
        found.id = blob_at(&q, 1);
        found.organisation = blob_at(&q, 2);
        interlink_give_party(answer, &found);
    }
    return end(&q, answer);
}

static uint32_t host_id(void *context, void *reading, uint32_t kind, interlink_bytes id, interlink_answer *answer) {
    (void)context;
    Query q = query(reading, "SELECT host_id FROM pseudonym_link WHERE kind = ? AND id = ?");
    number(&q, kind);
    blob(&q, id);
    return give_blobs(&q, answer);
}

static uint32_t give_entries(Query *q, interlink_answer *answer) {
    while (row(q)) {
        interlink_entry found;
        found.place = blob_at(q, 0);
        found.commitment = blob_at(q, 1);
        found.data_subject_id = blob_at(q, 2);
        found.salt = blob_at(q, 3);
        found.text = blob_at(q, 4);
        interlink_give_entry(answer, &found);
    }
    return end(q, answer);
}

static uint32_t entry(void *context, void *reading, interlink_bytes place, interlink_answer *answer) {
    (void)context;
    Query q = query(reading, "SELECT place, commitment, data_subject_id, salt, text FROM entry WHERE place = ?");
    blob(&q, place);
    return give_entries(&q, answer);
}

static uint32_t entries(void *context, void *reading, interlink_bytes after, size_t limit, interlink_answer *answer) {
    (void)context;
    Query q = query(reading, "SELECT place, commitment, data_subject_id, salt, text FROM entry WHERE place > ?"
                             " ORDER BY place LIMIT ?");
    blob(&q, after);
    number(&q, limit);
    return give_entries(&q, answer);
}

static uint32_t has_participated(void *context, void *reading, interlink_bytes process, interlink_bytes tag,
                          interlink_answer *answer) {
    (void)context;
    Query q = query(reading, "SELECT count(*) FROM participation WHERE process = ? AND tag = ?");
    blob(&q, process);
    blob(&q, tag);
    if (row(&q)) {
        interlink_give_number(answer, number_at(&q, 0));
    }
    return end(&q, answer);
}

static void close_store(void *context) {
    Store *store = context;
    while (store->idle_count > 0) {
        sqlite3_close(store->idle[--store->idle_count]);
    }
    sqlite3_close(store->writer);
    pthread_mutex_destroy(&store->turn);
    pthread_mutex_destroy(&store->pool);
    free(store->path);
    free(store);
}

static void fill_in(interlink_store *store, Store *made) {
    memset(store, 0, sizeof *store);
    store->size = sizeof *store;
    store->context = made;
    store->patience_ms = PATIENCE_MS;
    store->close = close_store;
    store->read = open_reading;
    store->end_read = end_reading;
    store->head = head;
    store->events = events;
    store->changes = changes;
    store->seq_at = seq_at;
    store->command = command;
    store->streams = streams;
    store->document = document;
    store->snapshot = snapshot;
    store->party = party;
    store->host_id = host_id;
    store->entry = entry;
    store->entries = entries;
    store->process_key = process_key;
    store->has_participated = has_participated;
    store->position = position;
    store_sqlite_writes(store);
}

int store_sqlite_open(const char *path, interlink_store *store) {
    Store *made = calloc(1, sizeof *made);
    char *kept = malloc(strlen(path) + 1);
    int code = SQLITE_NOMEM;
    if (made != NULL && kept != NULL) {
        made->path = strcpy(kept, path);
        made->writer = store_sqlite_connect(path, &code);
    }
    if (code == SQLITE_OK) {
        code = sqlite3_exec(made->writer, SCHEMA, NULL, NULL, NULL);
    }
    if (code != SQLITE_OK) {
        if (made != NULL) {
            sqlite3_close(made->writer);
        }
        free(kept);
        free(made);
        return code;
    }
    pthread_mutex_init(&made->turn, NULL);
    pthread_mutex_init(&made->pool, NULL);
    /* A program may have ended before it was rid of what it had erased. */
    store_sqlite_scrub_now(made, 0, NULL);
    fill_in(store, made);
    return 0;
}
