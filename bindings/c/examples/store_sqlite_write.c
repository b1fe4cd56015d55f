/* The half of the example that writes: batches, with what they were decided on; documents; snapshots; and what remains of
 * somebody erased. */
#define _GNU_SOURCE
#include "store_sqlite_inside.h"

#include <limits.h>
#include <time.h>

/* How long a scrub waits for readers. Nobody writes meanwhile, so it is not long. */
enum { SCRUB_WAIT_MS = 50 };

static int64_t millis(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Waits for a turn to write, and leaves what is then left of the time to SQLite, which waits for other programs. */
static uint32_t enter(Store *store, uint64_t patience_ms) {
    if (patience_ms > INT_MAX) {
        pthread_mutex_lock(&store->turn);
        sqlite3_busy_timeout(store->writer, INT_MAX);
        return INTERLINK_STORE_STATUS_OK;
    }
    /* The lock takes a time of the wall clock, which may be put forward or back; what is left is measured without it. */
    const int64_t until = millis(CLOCK_REALTIME) + (int64_t)patience_ms, began = millis(CLOCK_MONOTONIC);
    const struct timespec at = {until / 1000, until % 1000 * 1000000};
    if (pthread_mutex_timedlock(&store->turn, &at) != 0) {
        return INTERLINK_STORE_STATUS_BUSY;
    }
    const int64_t left = (int64_t)patience_ms - (millis(CLOCK_MONOTONIC) - began);
    sqlite3_busy_timeout(store->writer, left > 0 ? (int)left : 0);
    return INTERLINK_STORE_STATUS_OK;
}

static uint32_t leave(Store *store, uint32_t status) {
    pthread_mutex_unlock(&store->turn);
    return status;
}

static uint32_t write_pseudonym_link(sqlite3 *db, const interlink_vault_write *w, interlink_answer *answer) {
    Query q = query(db, "INSERT INTO pseudonym_link VALUES (?, ?, ?, ?)");
    blob(&q, w->host_id);
    number(&q, w->party.kind);
    blob(&q, w->party.id);
    blob(&q, w->party.organisation);
    row(&q);
    /* The id has come to mean somebody since this was decided. */
    const int taken = (q.code & 0xff) == SQLITE_CONSTRAINT;
    const uint32_t status = end(&q, answer);
    return taken ? (uint32_t)INTERLINK_STORE_STATUS_CONFLICT : status;
}

static uint32_t write_entry(sqlite3 *db, const interlink_entry *entry, interlink_answer *answer) {
    Query q = query(db, "INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?, ?)");
    blob(&q, entry->place);
    blob(&q, entry->commitment);
    blob(&q, entry->data_subject_id);
    blob(&q, entry->salt);
    blob(&q, entry->text);
    return run(&q, answer);
}

static int is_kept(const interlink_vault_write *w, interlink_bytes place) {
    for (size_t n = 0; n < w->kept_count; n++) {
        if (same(w->kept[n], place)) {
            return 1;
        }
    }
    return 0;
}

/* The pseudonym link goes, and every entry about her but those that are kept. */
static uint32_t erase(sqlite3 *db, const interlink_vault_write *w, interlink_answer *answer) {
    Query q = query(db, "DELETE FROM pseudonym_link WHERE kind = 0 AND id = ?");
    blob(&q, w->person);
    uint32_t status = run(&q, answer);
    if (status != INTERLINK_STORE_STATUS_OK) {
        return status;
    }
    Query entries = query(db, "SELECT place FROM entry WHERE data_subject_id = ?");
    blob(&entries, w->person);
    while (status == INTERLINK_STORE_STATUS_OK && row(&entries)) {
        const interlink_bytes place = blob_at(&entries, 0);
        if (!is_kept(w, place)) {
            Query gone = query(db, "DELETE FROM entry WHERE place = ?");
            blob(&gone, place);
            status = run(&gone, answer);
        }
    }
    const uint32_t ended = end(&entries, answer);
    return status != INTERLINK_STORE_STATUS_OK ? status : ended;
}

static uint32_t write_pair(sqlite3 *db, const char *sql, interlink_bytes one, interlink_bytes two,
                           interlink_answer *answer) {
    Query q = query(db, sql);
    blob(&q, one);
    if (two.len > 0) {
        blob(&q, two);
    }
    return run(&q, answer);
}

static uint32_t write_vault(sqlite3 *db, const interlink_vault_write *w, interlink_answer *answer) {
    const interlink_bytes none = {NULL, 0};
    uint32_t status;
    switch (w->kind) {
    case INTERLINK_VAULT_KIND_PSEUDONYM_LINK:
        return write_pseudonym_link(db, w, answer);
    case INTERLINK_VAULT_KIND_ENTRY:
        return write_entry(db, &w->entry, answer);
    case INTERLINK_VAULT_KIND_ERASE:
        return erase(db, w, answer);
    case INTERLINK_VAULT_KIND_KEY:
        return write_pair(db, "INSERT OR REPLACE INTO process_key VALUES (?, ?)", w->process, w->key, answer);
    case INTERLINK_VAULT_KIND_PARTICIPATION:
        return write_pair(db, "INSERT OR IGNORE INTO participation VALUES (?, ?)", w->process, w->tag, answer);
    case INTERLINK_VAULT_KIND_CLOSE:
        status = write_pair(db, "DELETE FROM process_key WHERE process = ?", w->process, none, answer);
        return status != INTERLINK_STORE_STATUS_OK
                   ? status
                   : write_pair(db, "DELETE FROM participation WHERE process = ?", w->process, none, answer);
    default:
        return INTERLINK_STORE_STATUS_FAILED;
    }
}

static uint32_t write_document(sqlite3 *db, const interlink_document *document, interlink_answer *answer) {
    Query q = query(db, "INSERT OR IGNORE INTO document VALUES (?, ?)");
    blob(&q, document->id);
    blob(&q, document->bytes);
    return run(&q, answer);
}

static uint32_t write_event(sqlite3 *db, const interlink_event *event, interlink_answer *answer) {
    Query q = query(db, "INSERT INTO event(stream, seq, at, id, body) VALUES (?, ?, ?, ?, ?)");
    blob(&q, event->stream);
    number(&q, event->seq);
    number(&q, (uint64_t)event->at);
    blob(&q, event->id);
    blob(&q, event->body);
    return run(&q, answer);
}

/* What is rewritten must be there: otherwise it was decided on something else. */
static uint32_t was_there(sqlite3 *db, uint32_t status) {
    return status == INTERLINK_STORE_STATUS_OK && sqlite3_changes(db) != 1 ? (uint32_t)INTERLINK_STORE_STATUS_CONFLICT
                                                                            : status;
}

static uint32_t rewrite_event(sqlite3 *db, const interlink_event *event, interlink_answer *answer) {
    Query snapshots = query(db, "DELETE FROM snapshot WHERE stream = ?");
    blob(&snapshots, event->stream);
    const uint32_t status = run(&snapshots, answer);
    if (status != INTERLINK_STORE_STATUS_OK) {
        return status;
    }
    Query q = query(db, "UPDATE event SET at = ?, body = ? WHERE stream = ? AND seq = ? AND id = ?");
    number(&q, (uint64_t)event->at);
    blob(&q, event->body);
    blob(&q, event->stream);
    number(&q, event->seq);
    blob(&q, event->id);
    return was_there(db, run(&q, answer));
}

static uint32_t rewrite_document(sqlite3 *db, const interlink_document *document, interlink_answer *answer) {
    Query q = query(db, "UPDATE document SET bytes = ? WHERE id = ?");
    blob(&q, document->bytes);
    blob(&q, document->id);
    return was_there(db, run(&q, answer));
}

static uint32_t write_command(sqlite3 *db, const interlink_batch *batch, interlink_answer *answer) {
    Query q = query(db, "INSERT INTO command VALUES (?, ?, ?, ?, ?)");
    blob(&q, batch->stream);
    blob(&q, batch->command);
    number(&q, batch->events[0].seq);
    number(&q, batch->events[batch->event_count - 1].seq);
    blob(&q, batch->fingerprint);
    return run(&q, answer);
}

/* An event that was withheld is there with what it says: in its place, which its number and its id name. */
static uint32_t write_disclosed(sqlite3 *db, const interlink_disclosed *disclosed, interlink_answer *answer) {
    const interlink_event *event = &disclosed->event;
    Query place = query(db, "UPDATE event SET at = ?, body = ? WHERE stream = ? AND seq = ? AND id = ?");
    number(&place, (uint64_t)event->at);
    blob(&place, event->body);
    blob(&place, event->stream);
    number(&place, event->seq);
    blob(&place, event->id);
    uint32_t status = run(&place, answer);
    if (status == INTERLINK_STORE_STATUS_OK && sqlite3_changes(db) != 1) {
        return INTERLINK_STORE_STATUS_CONFLICT;
    }
    if (status == INTERLINK_STORE_STATUS_OK) {
        status = write_pair(db, "DELETE FROM command WHERE stream = ? AND id = ?", event->stream, disclosed->instead_of,
                            answer);
    }
    if (status != INTERLINK_STORE_STATUS_OK) {
        return status;
    }
    Query q = query(db, "INSERT INTO command VALUES (?, ?, ?, ?, ?) ON CONFLICT(stream, id) DO UPDATE SET"
                        " first = min(first, excluded.first), last = max(last, excluded.last)");
    blob(&q, event->stream);
    blob(&q, disclosed->command);
    number(&q, event->seq);
    number(&q, event->seq);
    blob(&q, disclosed->fingerprint);
    return run(&q, answer);
}

static uint32_t seq_of(sqlite3 *db, interlink_bytes stream, uint64_t *seq, interlink_answer *answer) {
    Query q = query(db, "SELECT coalesce(max(seq), 0) FROM event WHERE stream = ?");
    blob(&q, stream);
    *seq = row(&q) ? number_at(&q, 0) : 0;
    return end(&q, answer);
}

/* Whether one of the host's ids means whom a decision took it for. */
static uint32_t means(sqlite3 *db, const interlink_basis_party *relied_on, int *holds, interlink_answer *answer) {
    const interlink_party *party = relied_on->party;
    Query q = query(db, "SELECT kind, id, organisation FROM pseudonym_link WHERE host_id = ?");
    blob(&q, relied_on->host_id);
    if (row(&q)) {
        *holds = party != NULL && number_at(&q, 0) == party->kind && same(blob_at(&q, 1), party->id) &&
                 same(blob_at(&q, 2), party->organisation);
    } else {
        *holds = party == NULL;
    }
    return end(&q, answer);
}

/* A conflict unless everything that a batch was decided on is still so. *seq: where its own stream is. */
static uint32_t still_so(sqlite3 *db, const interlink_batch *batch, uint64_t *seq, interlink_answer *answer) {
    uint32_t status = seq_of(db, batch->stream, seq, answer);
    int holds = *seq == batch->expected;
    for (size_t n = 0; status == INTERLINK_STORE_STATUS_OK && holds && n < batch->basis_stream_count; n++) {
        const interlink_basis_stream *relied_on = &batch->basis_streams[n];
        uint64_t now = 0;
        status = seq_of(db, relied_on->stream, &now, answer);
        holds = now == relied_on->seq;
    }
    for (size_t n = 0; status == INTERLINK_STORE_STATUS_OK && holds && n < batch->basis_party_count; n++) {
        status = means(db, &batch->basis_parties[n], &holds, answer);
    }
    return status == INTERLINK_STORE_STATUS_OK && !holds ? (uint32_t)INTERLINK_STORE_STATUS_CONFLICT : status;
}

static uint32_t write_batch(sqlite3 *db, const interlink_batch *batch, uint64_t *seq, interlink_answer *answer) {
    uint32_t status = still_so(db, batch, seq, answer);
    for (size_t n = 0; status == INTERLINK_STORE_STATUS_OK && n < batch->rewritten_event_count; n++) {
        status = rewrite_event(db, &batch->rewritten_events[n], answer);
    }
    for (size_t n = 0; status == INTERLINK_STORE_STATUS_OK && n < batch->rewritten_document_count; n++) {
        status = rewrite_document(db, &batch->rewritten_documents[n], answer);
    }
    for (size_t n = 0; status == INTERLINK_STORE_STATUS_OK && n < batch->event_count; n++) {
        status = write_event(db, &batch->events[n], answer);
    }
    if (status == INTERLINK_STORE_STATUS_OK) {
        status = write_command(db, batch, answer);
    }
    for (size_t n = 0; status == INTERLINK_STORE_STATUS_OK && n < batch->disclosed_count; n++) {
        status = write_disclosed(db, &batch->disclosed[n], answer);
    }
    for (size_t n = 0; status == INTERLINK_STORE_STATUS_OK && n < batch->vault_count; n++) {
        status = write_vault(db, &batch->vault[n], answer);
    }
    for (size_t n = 0; status == INTERLINK_STORE_STATUS_OK && n < batch->document_count; n++) {
        status = write_document(db, &batch->documents[n], answer);
    }
    return status;
}

/* Everything within one transaction, which sees no later state than it writes on. */
static uint32_t write_batches(sqlite3 *db, const interlink_batch *batches, size_t count, interlink_answer *answer) {
    uint64_t previous = 0, last = 0, seq = 0;
    uint32_t status = said(db, sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), answer);
    if (status != INTERLINK_STORE_STATUS_OK) {
        return status;
    }
    status = last_position(db, &previous, answer);
    for (size_t n = 0; status == INTERLINK_STORE_STATUS_OK && n < count; n++) {
        status = write_batch(db, &batches[n], &seq, answer);
    }
    if (status == INTERLINK_STORE_STATUS_OK) {
        status = last_position(db, &last, answer);
    }
    if (status == INTERLINK_STORE_STATUS_OK) {
        status = said(db, sqlite3_exec(db, "COMMIT", NULL, NULL, NULL), answer);
    }
    if (status != INTERLINK_STORE_STATUS_OK) {
        sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
    }
    if (status == INTERLINK_STORE_STATUS_OK) {
        interlink_give_number(answer, previous);
        interlink_give_number(answer, last);
    } else if (status == INTERLINK_STORE_STATUS_CONFLICT) {
        interlink_give_number(answer, seq);
    }
    return status;
}

static uint32_t append(void *context, const interlink_batch *batches, size_t count, uint64_t patience_ms,
                       interlink_answer *answer) {
    Store *store = context;
    uint32_t status = enter(store, patience_ms);
    if (status != INTERLINK_STORE_STATUS_OK) {
        return status;
    }
    status = write_batches(store->writer, batches, count, answer);
    if (status == INTERLINK_STORE_STATUS_OK && store->scrub_due) {
        /* It could not be done when it was due. It is tried again, and keeps nobody waiting. */
        store_sqlite_scrub_now(store, 0, NULL);
    }
    return leave(store, status);
}

static uint32_t put_document(void *context, const interlink_document *document, interlink_answer *answer) {
    Store *store = context;
    const uint32_t status = enter(store, PATIENCE_MS);
    return status != INTERLINK_STORE_STATUS_OK ? status
                                               : leave(store, write_document(store->writer, document, answer));
}

static uint32_t put_snapshot(void *context, interlink_bytes stream, const interlink_snapshot *snapshot,
                             interlink_answer *answer) {
    Store *store = context;
    const uint32_t status = enter(store, PATIENCE_MS);
    if (status != INTERLINK_STORE_STATUS_OK) {
        return status;
    }
    Query q = query(store->writer, "INSERT OR REPLACE INTO snapshot VALUES (?, ?, ?, ?, ?, ?)");
    blob(&q, stream);
    number(&q, snapshot->seq);
    blob(&q, snapshot->id);
    number(&q, (uint64_t)snapshot->at);
    number(&q, snapshot->format);
    blob(&q, snapshot->bytes);
    return leave(store, run(&q, answer));
}

/* What was deleted is overwritten at once (secure_delete); copies of it that stayed behind when a page was split go with VACUUM,
 * and then the log, which still holds all of it. */
uint32_t store_sqlite_scrub_now(Store *store, int wait_ms, interlink_answer *answer) {
    sqlite3_busy_timeout(store->writer, wait_ms);
    if (sqlite3_exec(store->writer, "VACUUM", NULL, NULL, NULL) != SQLITE_OK) {
        store->scrub_due = 1;
        return INTERLINK_STORE_STATUS_BUSY;
    }
    Query q = query(store->writer, "PRAGMA wal_checkpoint(TRUNCATE)");
    const int busy = row(&q) && number_at(&q, 0) != 0;
    const uint32_t status = run(&q, answer);
    store->scrub_due = busy || status != INTERLINK_STORE_STATUS_OK;
    return busy ? (uint32_t)INTERLINK_STORE_STATUS_BUSY : status;
}

static uint32_t scrub(void *context, interlink_answer *answer) {
    Store *store = context;
    const uint32_t status = enter(store, PATIENCE_MS);
    return status != INTERLINK_STORE_STATUS_OK
               ? status
               : leave(store, store_sqlite_scrub_now(store, SCRUB_WAIT_MS, answer));
}

static uint32_t now(void *context, interlink_answer *answer) {
    (void)context;
    interlink_give_number(answer, (uint64_t)millis(CLOCK_REALTIME));
    return INTERLINK_STORE_STATUS_OK;
}

void store_sqlite_writes(interlink_store *store) {
    store->append = append;
    store->put_document = put_document;
    store->put_snapshot = put_snapshot;
    store->scrub = scrub;
    store->now = now;
}
