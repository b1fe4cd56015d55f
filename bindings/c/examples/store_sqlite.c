/* A store of one's own: the record, its documents and the vault in tables of a SQLite database, through SQLite's C
 * interface. It passes the conformance suite (../tests/store.c). A vendor who has another database replaces the SQL.
 *
 * One connection is shared, so every function holds a lock while it works. */
#define _GNU_SOURCE
#include "store_sqlite.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

static const char SCHEMA[] =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
    "CREATE TABLE IF NOT EXISTS event(position INTEGER PRIMARY KEY AUTOINCREMENT, stream BLOB NOT NULL,"
    "  seq INTEGER NOT NULL, at INTEGER NOT NULL, id BLOB NOT NULL, body BLOB NOT NULL, UNIQUE(stream, seq));"
    "CREATE TABLE IF NOT EXISTS command(stream BLOB, id BLOB, first INTEGER, last INTEGER, fingerprint BLOB,"
    "  PRIMARY KEY(stream, id));"
    "CREATE TABLE IF NOT EXISTS document(id BLOB PRIMARY KEY, bytes BLOB NOT NULL);"
    "CREATE TABLE IF NOT EXISTS snapshot(stream BLOB, version INTEGER, id BLOB, at INTEGER, format INTEGER,"
    "  bytes BLOB, PRIMARY KEY(stream, version));"
    "CREATE TABLE IF NOT EXISTS tie(host_id BLOB PRIMARY KEY, kind INTEGER, id BLOB, organisation BLOB,"
    "  UNIQUE(kind, id));"
    "CREATE TABLE IF NOT EXISTS entry(place BLOB PRIMARY KEY, commitment BLOB, subject BLOB, salt BLOB, text BLOB);"
    "CREATE INDEX IF NOT EXISTS entry_of ON entry(subject);"
    "CREATE TABLE IF NOT EXISTS process_key(process BLOB PRIMARY KEY, key BLOB NOT NULL);"
    "CREATE TABLE IF NOT EXISTS voice(process BLOB, tag BLOB, PRIMARY KEY(process, tag));";

typedef struct {
    sqlite3 *db;
    pthread_mutex_t lock;
} Store;

/* A statement on its way: made, bound from the first parameter on, stepped, ended. */
typedef struct {
    Store *store;
    sqlite3_stmt *statement;
    int bound;
    int code;
} Query;

static Query query(Store *store, const char *sql) {
    Query q = {store, NULL, 0, SQLITE_OK};
    q.code = sqlite3_prepare_v2(store->db, sql, -1, &q.statement, NULL);
    return q;
}

static void number(Query *q, uint64_t value) {
    sqlite3_bind_int64(q->statement, ++q->bound, (sqlite3_int64)value);
}

/* No bytes at all are an empty blob, so that everything compares as bytes. */
static void blob(Query *q, interlink_bytes bytes) {
    sqlite3_bind_blob64(q->statement, ++q->bound, bytes.len == 0 ? "" : bytes.data, bytes.len, SQLITE_STATIC);
}

static int row(Query *q) {
    if (q->code == SQLITE_OK) {
        q->code = sqlite3_step(q->statement);
    } else if (q->code == SQLITE_ROW) {
        q->code = sqlite3_step(q->statement);
    }
    return q->code == SQLITE_ROW;
}

static uint64_t number_at(Query *q, int column) { return (uint64_t)sqlite3_column_int64(q->statement, column); }

static interlink_bytes blob_at(Query *q, int column) {
    interlink_bytes bytes;
    bytes.data = sqlite3_column_blob(q->statement, column);
    bytes.len = (size_t)sqlite3_column_bytes(q->statement, column);
    return bytes;
}

static uint32_t said(Store *store, int code, interlink_answer *answer) {
    const char *message = sqlite3_errmsg(store->db);
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

static uint32_t end(Query *q, interlink_answer *answer) {
    const uint32_t status = said(q->store, q->code, answer);
    sqlite3_finalize(q->statement);
    return status;
}

/* Steps a statement that gives no rows. */
static uint32_t run(Query *q, interlink_answer *answer) {
    while (row(q)) {
    }
    return end(q, answer);
}

static Store *enter(void *context) {
    Store *store = context;
    pthread_mutex_lock(&store->lock);
    return store;
}

static uint32_t leave(Store *store, uint32_t status) {
    pthread_mutex_unlock(&store->lock);
    return status;
}

static uint32_t version_of(Store *store, interlink_bytes stream, uint64_t *version, interlink_answer *answer) {
    Query q = query(store, "SELECT coalesce(max(seq), 0) FROM event WHERE stream = ?");
    blob(&q, stream);
    *version = row(&q) ? number_at(&q, 0) : 0;
    return end(&q, answer);
}

static uint32_t last_position(Store *store, interlink_answer *answer) {
    Query q = query(store, "SELECT coalesce(max(position), 0) FROM event");
    if (row(&q)) {
        interlink_give_number(answer, number_at(&q, 0));
    }
    return end(&q, answer);
}

static uint32_t write_tie(Store *store, const interlink_vault_write *w, interlink_answer *answer) {
    Query q = query(store, "INSERT OR REPLACE INTO tie VALUES (?, ?, ?, ?)");
    blob(&q, w->host_id);
    number(&q, w->party.kind);
    blob(&q, w->party.id);
    blob(&q, w->party.organisation);
    return run(&q, answer);
}

static uint32_t write_entry(Store *store, const interlink_entry *entry, interlink_answer *answer) {
    Query q = query(store, "INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?, ?)");
    blob(&q, entry->place);
    blob(&q, entry->commitment);
    blob(&q, entry->subject);
    blob(&q, entry->salt);
    blob(&q, entry->text);
    return run(&q, answer);
}

static int is_kept(const interlink_vault_write *w, interlink_bytes place) {
    for (size_t n = 0; n < w->kept_count; n++) {
        if (w->kept[n].len == place.len && memcmp(w->kept[n].data, place.data, place.len) == 0) {
            return 1;
        }
    }
    return 0;
}

/* Her tie goes, and every entry about her but those that are kept. */
static uint32_t erase(Store *store, const interlink_vault_write *w, interlink_answer *answer) {
    Query q = query(store, "DELETE FROM tie WHERE kind = 0 AND id = ?");
    blob(&q, w->person);
    uint32_t status = run(&q, answer);
    if (status != INTERLINK_STORE_STATUS_OK) {
        return status;
    }
    Query entries = query(store, "SELECT place FROM entry WHERE subject = ?");
    blob(&entries, w->person);
    while (status == INTERLINK_STORE_STATUS_OK && row(&entries)) {
        const interlink_bytes place = blob_at(&entries, 0);
        if (!is_kept(w, place)) {
            Query gone = query(store, "DELETE FROM entry WHERE place = ?");
            blob(&gone, place);
            status = run(&gone, answer);
        }
    }
    const uint32_t ended = end(&entries, answer);
    return status != INTERLINK_STORE_STATUS_OK ? status : ended;
}

static uint32_t write_pair(Store *store, const char *sql, interlink_bytes one, interlink_bytes two,
                           interlink_answer *answer) {
    Query q = query(store, sql);
    blob(&q, one);
    if (two.len > 0) {
        blob(&q, two);
    }
    return run(&q, answer);
}

static uint32_t write_vault(Store *store, const interlink_vault_write *w, interlink_answer *answer) {
    const interlink_bytes none = {NULL, 0};
    uint32_t status;
    switch (w->kind) {
    case INTERLINK_VAULT_KIND_TIE:
        return write_tie(store, w, answer);
    case INTERLINK_VAULT_KIND_ENTRY:
        return write_entry(store, &w->entry, answer);
    case INTERLINK_VAULT_KIND_ERASE:
        return erase(store, w, answer);
    case INTERLINK_VAULT_KIND_KEY:
        return write_pair(store, "INSERT OR REPLACE INTO process_key VALUES (?, ?)", w->process, w->key, answer);
    case INTERLINK_VAULT_KIND_VOICE:
        return write_pair(store, "INSERT OR IGNORE INTO voice VALUES (?, ?)", w->process, w->tag, answer);
    case INTERLINK_VAULT_KIND_CLOSE:
        status = write_pair(store, "DELETE FROM process_key WHERE process = ?", w->process, none, answer);
        return status != INTERLINK_STORE_STATUS_OK
                   ? status
                   : write_pair(store, "DELETE FROM voice WHERE process = ?", w->process, none, answer);
    default:
        return INTERLINK_STORE_STATUS_FAILED;
    }
}

static uint32_t write_document(Store *store, const interlink_document *document, interlink_answer *answer) {
    Query q = query(store, "INSERT OR IGNORE INTO document VALUES (?, ?)");
    blob(&q, document->id);
    blob(&q, document->bytes);
    return run(&q, answer);
}

static uint32_t write_batch(Store *store, const interlink_batch *batch, interlink_answer *answer,
                            uint64_t *conflict) {
    uint64_t version = 0;
    uint32_t status = version_of(store, batch->stream, &version, answer);
    if (status == INTERLINK_STORE_STATUS_OK && version != batch->expected) {
        *conflict = version;
        return INTERLINK_STORE_STATUS_CONFLICT;
    }
    for (size_t n = 0; status == INTERLINK_STORE_STATUS_OK && n < batch->event_count; n++) {
        const interlink_event *event = &batch->events[n];
        Query q = query(store, "INSERT INTO event(stream, seq, at, id, body) VALUES (?, ?, ?, ?, ?)");
        blob(&q, event->stream);
        number(&q, event->seq);
        number(&q, (uint64_t)event->at);
        blob(&q, event->id);
        blob(&q, event->body);
        status = run(&q, answer);
    }
    if (status == INTERLINK_STORE_STATUS_OK) {
        Query q = query(store, "INSERT INTO command VALUES (?, ?, ?, ?, ?)");
        blob(&q, batch->stream);
        blob(&q, batch->command);
        number(&q, batch->events[0].seq);
        number(&q, batch->events[batch->event_count - 1].seq);
        blob(&q, batch->fingerprint);
        status = run(&q, answer);
    }
    for (size_t n = 0; status == INTERLINK_STORE_STATUS_OK && n < batch->vault_count; n++) {
        status = write_vault(store, &batch->vault[n], answer);
    }
    for (size_t n = 0; status == INTERLINK_STORE_STATUS_OK && n < batch->document_count; n++) {
        status = write_document(store, &batch->documents[n], answer);
    }
    return status;
}

static uint32_t append(void *context, const interlink_batch *batches, size_t count, interlink_answer *answer) {
    Store *store = enter(context);
    uint64_t conflict = 0;
    uint32_t status = said(store, sqlite3_exec(store->db, "BEGIN IMMEDIATE", NULL, NULL, NULL), answer);
    if (status != INTERLINK_STORE_STATUS_OK) {
        return leave(store, status);
    }
    /* The position before; a conflict gives another number instead. */
    Query before = query(store, "SELECT coalesce(max(position), 0) FROM event");
    const uint64_t previous = row(&before) ? number_at(&before, 0) : 0;
    status = end(&before, answer);
    for (size_t n = 0; status == INTERLINK_STORE_STATUS_OK && n < count; n++) {
        status = write_batch(store, &batches[n], answer, &conflict);
    }
    if (status == INTERLINK_STORE_STATUS_OK) {
        interlink_give_number(answer, previous);
        status = last_position(store, answer);
    }
    if (status == INTERLINK_STORE_STATUS_OK) {
        status = said(store, sqlite3_exec(store->db, "COMMIT", NULL, NULL, NULL), answer);
    }
    if (status != INTERLINK_STORE_STATUS_OK) {
        sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    }
    if (status == INTERLINK_STORE_STATUS_CONFLICT) {
        interlink_give_number(answer, conflict);
    }
    return leave(store, status);
}

static uint32_t position(void *context, interlink_answer *answer) {
    Store *store = enter(context);
    return leave(store, last_position(store, answer));
}

static uint32_t head(void *context, interlink_bytes stream, interlink_answer *answer) {
    Store *store = enter(context);
    Query q = query(store, "SELECT seq, id FROM event WHERE stream = ? ORDER BY seq DESC LIMIT 1");
    blob(&q, stream);
    if (row(&q)) {
        interlink_give_head(answer, number_at(&q, 0), blob_at(&q, 1));
    }
    return leave(store, end(&q, answer));
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

static uint32_t events(void *context, interlink_bytes stream, uint64_t after, size_t limit,
                       interlink_answer *answer) {
    Store *store = enter(context);
    Query q = query(store, "SELECT position, stream, seq, at, id, body FROM event WHERE stream = ? AND seq > ?"
                           " ORDER BY seq LIMIT ?");
    blob(&q, stream);
    number(&q, after);
    number(&q, limit);
    return leave(store, give_events(&q, answer));
}

static uint32_t changes(void *context, uint64_t after, size_t limit, interlink_answer *answer) {
    Store *store = enter(context);
    Query q = query(store, "SELECT position, stream, seq, at, id, body FROM event WHERE position > ?"
                           " ORDER BY position LIMIT ?");
    number(&q, after);
    number(&q, limit);
    return leave(store, give_events(&q, answer));
}

static uint32_t version_at(void *context, interlink_bytes stream, int64_t at, interlink_answer *answer) {
    Store *store = enter(context);
    Query q = query(store, "SELECT coalesce(max(seq), 0) FROM event WHERE stream = ? AND at <= ?");
    blob(&q, stream);
    number(&q, (uint64_t)at);
    if (row(&q)) {
        interlink_give_number(answer, number_at(&q, 0));
    }
    return leave(store, end(&q, answer));
}

static uint32_t command(void *context, interlink_bytes stream, interlink_bytes id, interlink_answer *answer) {
    Store *store = enter(context);
    Query q = query(store, "SELECT first, last, fingerprint FROM command WHERE stream = ? AND id = ?");
    blob(&q, stream);
    blob(&q, id);
    if (row(&q)) {
        interlink_command found;
        found.first = number_at(&q, 0);
        found.last = number_at(&q, 1);
        found.fingerprint = blob_at(&q, 2);
        interlink_give_command(answer, &found);
    }
    return leave(store, end(&q, answer));
}

/* Gives the first column of every row. */
static uint32_t give_blobs(Query *q, interlink_answer *answer) {
    while (row(q)) {
        const interlink_bytes found = blob_at(q, 0);
        interlink_give_bytes(answer, found.data, found.len);
    }
    return end(q, answer);
}

static uint32_t streams(void *context, interlink_bytes after, size_t limit, interlink_answer *answer) {
    Store *store = enter(context);
    Query q = query(store, "SELECT DISTINCT stream FROM event WHERE stream > ? ORDER BY stream LIMIT ?");
    blob(&q, after);
    number(&q, limit);
    return leave(store, give_blobs(&q, answer));
}

static uint32_t put_document(void *context, const interlink_document *document, interlink_answer *answer) {
    Store *store = enter(context);
    return leave(store, write_document(store, document, answer));
}

static uint32_t find_blob(void *context, const char *sql, interlink_bytes by, interlink_answer *answer) {
    Store *store = enter(context);
    Query q = query(store, sql);
    blob(&q, by);
    return leave(store, give_blobs(&q, answer));
}

static uint32_t document(void *context, interlink_bytes id, interlink_answer *answer) {
    return find_blob(context, "SELECT bytes FROM document WHERE id = ?", id, answer);
}

static uint32_t process_key(void *context, interlink_bytes process, interlink_answer *answer) {
    return find_blob(context, "SELECT key FROM process_key WHERE process = ?", process, answer);
}

static uint32_t put_snapshot(void *context, interlink_bytes stream, const interlink_snapshot *snapshot,
                             interlink_answer *answer) {
    Store *store = enter(context);
    Query q = query(store, "INSERT OR REPLACE INTO snapshot VALUES (?, ?, ?, ?, ?, ?)");
    blob(&q, stream);
    number(&q, snapshot->version);
    blob(&q, snapshot->id);
    number(&q, (uint64_t)snapshot->at);
    number(&q, snapshot->format);
    blob(&q, snapshot->bytes);
    return leave(store, run(&q, answer));
}

static uint32_t snapshot(void *context, interlink_bytes stream, uint64_t at_most, interlink_answer *answer) {
    Store *store = enter(context);
    Query q = query(store, "SELECT version, id, at, format, bytes FROM snapshot WHERE stream = ? AND version <= ?"
                           " ORDER BY version DESC LIMIT 1");
    blob(&q, stream);
    /* SQLite's numbers are signed; no stream comes so far. */
    number(&q, at_most > INT64_MAX ? INT64_MAX : at_most);
    if (row(&q)) {
        interlink_snapshot found;
        found.version = number_at(&q, 0);
        found.id = blob_at(&q, 1);
        found.at = (int64_t)number_at(&q, 2);
        found.format = (uint32_t)number_at(&q, 3);
        found.bytes = blob_at(&q, 4);
        interlink_give_snapshot(answer, &found);
    }
    return leave(store, end(&q, answer));
}

static uint32_t party(void *context, interlink_bytes host_id, interlink_answer *answer) {
    Store *store = enter(context);
    Query q = query(store, "SELECT kind, id, organisation FROM tie WHERE host_id = ?");
    blob(&q, host_id);
    if (row(&q)) {
        interlink_party found;
        found.kind = (uint32_t)number_at(&q, 0);
        found.id = blob_at(&q, 1);
        found.organisation = blob_at(&q, 2);
        interlink_give_party(answer, &found);
    }
    return leave(store, end(&q, answer));
}

static uint32_t host_id(void *context, uint32_t kind, interlink_bytes id, interlink_answer *answer) {
    Store *store = enter(context);
    Query q = query(store, "SELECT host_id FROM tie WHERE kind = ? AND id = ?");
    number(&q, kind);
    blob(&q, id);
    return leave(store, give_blobs(&q, answer));
}

static uint32_t give_entries(Query *q, interlink_answer *answer) {
    while (row(q)) {
        interlink_entry found;
        found.place = blob_at(q, 0);
        found.commitment = blob_at(q, 1);
        found.subject = blob_at(q, 2);
        found.salt = blob_at(q, 3);
        found.text = blob_at(q, 4);
        interlink_give_entry(answer, &found);
    }
    return end(q, answer);
}

static uint32_t entry(void *context, interlink_bytes place, interlink_answer *answer) {
    Store *store = enter(context);
    Query q = query(store, "SELECT place, commitment, subject, salt, text FROM entry WHERE place = ?");
    blob(&q, place);
    return leave(store, give_entries(&q, answer));
}

static uint32_t entries(void *context, interlink_bytes after, size_t limit, interlink_answer *answer) {
    Store *store = enter(context);
    Query q = query(store, "SELECT place, commitment, subject, salt, text FROM entry WHERE place > ?"
                           " ORDER BY place LIMIT ?");
    blob(&q, after);
    number(&q, limit);
    return leave(store, give_entries(&q, answer));
}

static uint32_t has_voice(void *context, interlink_bytes process, interlink_bytes tag, interlink_answer *answer) {
    Store *store = enter(context);
    Query q = query(store, "SELECT count(*) FROM voice WHERE process = ? AND tag = ?");
    blob(&q, process);
    blob(&q, tag);
    if (row(&q)) {
        interlink_give_number(answer, number_at(&q, 0));
    }
    return leave(store, end(&q, answer));
}

/* What was deleted is overwritten at once (secure_delete); here the log goes, which still holds it. */
static uint32_t scrub(void *context, interlink_answer *answer) {
    Store *store = enter(context);
    Query q = query(store, "PRAGMA wal_checkpoint(TRUNCATE)");
    const int busy = row(&q) && number_at(&q, 0) != 0;
    const uint32_t status = run(&q, answer);
    return leave(store, busy ? (uint32_t)INTERLINK_STORE_STATUS_BUSY : status);
}

static void close_store(void *context) {
    Store *store = context;
    sqlite3_close_v2(store->db);
    pthread_mutex_destroy(&store->lock);
    free(store);
}

int store_sqlite_open(const char *path, interlink_store *store) {
    Store *made = calloc(1, sizeof *made);
    if (made == NULL) {
        return SQLITE_NOMEM;
    }
    int code = sqlite3_open(path, &made->db);
    if (code == SQLITE_OK) {
        sqlite3_busy_timeout(made->db, 5000);
        code = sqlite3_exec(made->db, SCHEMA, NULL, NULL, NULL);
    }
    if (code != SQLITE_OK) {
        sqlite3_close(made->db);
        free(made);
        return code;
    }
    pthread_mutex_init(&made->lock, NULL);
    memset(store, 0, sizeof *store);
    store->size = sizeof *store;
    store->context = made;
    store->close = close_store;
    store->append = append;
    store->position = position;
    store->head = head;
    store->events = events;
    store->changes = changes;
    store->version_at = version_at;
    store->command = command;
    store->streams = streams;
    store->put_document = put_document;
    store->document = document;
    store->party = party;
    store->host_id = host_id;
    store->entry = entry;
    store->entries = entries;
    store->process_key = process_key;
    store->has_voice = has_voice;
    store->put_snapshot = put_snapshot;
    store->snapshot = snapshot;
    store->scrub = scrub;
    return 0;
}
