/* interlink: building blocks for the co-production of public services.
 *
 * This file is the manual. It is generated from the library's source; do not edit it.
 *
 * In short. Open an engine, send commands and requests as JSON, free each result, close the engine:
 *
 *     interlink_engine *engine = NULL;
 *     interlink_result result = {0};
 *     if (interlink_open("memory:", 7, &engine, &result) != INTERLINK_STATUS_OK) { ... result.bytes says why ... }
 *     interlink_request(engine, "{\"verify\":{}}", 13, &result);
 *     puts(result.bytes);
 *     interlink_result_free(&result);
 *     interlink_close(engine);
 *
 * Texts are UTF-8, a pointer and a length in bytes; they need no NUL at the end. What you hand over stays yours and
 * is read during the call only. Length 0 is the empty text, and its pointer may be NULL; any other pointer may be
 * NULL only where its function says so, and one that must not be is a problem and no crash.
 *
 * Every function that can fail returns an interlink_status, 0 for success. Its result then holds what was asked for
 * or, on any other status, {"problem": {"code": …, "message": …, "help": …, "path": …, "details": …, "reasons": …}}:
 * a stable code for programs, sentences for people, and the place of the fault in what was sent. docs/errors.md
 * lists the codes. Nothing that fails changes anything.
 *
 * An answer about the record is as of one position of the store, however much is appended while it is worked out, and
 * names it: {"ok": …, "position": N}. It holds everything that the engine had acknowledged before it was asked.
 *
 * A result is yours: give it to interlink_result_free, on success and on failure, before it is filled in again. Free
 * an engine with interlink_close. The library never takes what is not said here to be taken.
 *
 * Threads. Any number of threads may use one engine; a result belongs to one thread at a time. Commands on one engine
 * are decided one after another, and questions are answered beside them. The library starts no threads, and keeps
 * nothing between calls but what hangs on an engine.
 *
 * Time and chance come from you: every command carries its moment, an id of its own, and 16 random bytes as
 * hexadecimal ("entropy"). The same commands give the same bytes in every language. Your clocks may differ: a command
 * that is dated before what has happened in its stream counts as given then; one that is dated further ahead than the
 * store's clock allows is refused.
 *
 * A panic inside the library comes back as INTERLINK_STATUS_PANIC. When memory runs out the program is ended, and
 * a pointer that is wrong without being NULL can do anything, as everywhere in C.
 */

#ifndef INTERLINK_H
#define INTERLINK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/**
 * The version of the ABI. It goes up by one when something is added, and programs built for a lower one keep working.
 * A breaking change changes the name of the library (SONAME). A program that needs a function of a certain version
 * must require at least that version.
 */
#define INTERLINK_ABI_VERSION 1

/**
 * The status of a call. The numbers never change and are never reused. New ones may be added, so treat an unknown one
 * as a failure.
 */
enum interlink_status
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * Success; the result holds the answer.
     */
    INTERLINK_STATUS_OK = 0,
    /**
     * The rules do not allow it, and nothing was changed. Show the message and the reasons.
     */
    INTERLINK_STATUS_REFUSED = 1,
    /**
     * The input is malformed. The problem's path names the place.
     */
    INTERLINK_STATUS_MALFORMED = 2,
    /**
     * What was named does not exist.
     */
    INTERLINK_STATUS_UNKNOWN = 3,
    /**
     * Another writer was first, and nothing was changed. Read again, and send it again.
     */
    INTERLINK_STATUS_CONFLICT = 4,
    /**
     * The store cannot do it now.
     */
    INTERLINK_STATUS_STORE = 5,
    /**
     * The record, or a bundle of it, is damaged.
     */
    INTERLINK_STATUS_RECORD = 6,
    /**
     * The call itself is malformed: a NULL pointer, a text that is not UTF-8, an impossible length.
     */
    INTERLINK_STATUS_CALL = 7,
    /**
     * The library failed internally. Nothing was changed, and the engine can still be used. Please report it.
     */
    INTERLINK_STATUS_PANIC = 8,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum interlink_status interlink_status;
#else
typedef uint32_t interlink_status;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/**
 * The kind of a party.
 */
enum interlink_party_kind
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * A person, by pseudonym.
     */
    INTERLINK_PARTY_KIND_PERSON = 0,
    /**
     * An organisation.
     */
    INTERLINK_PARTY_KIND_ORGANISATION = 1,
    /**
     * A team.
     */
    INTERLINK_PARTY_KIND_TEAM = 2,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum interlink_party_kind interlink_party_kind;
#else
typedef uint32_t interlink_party_kind;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/**
 * The status of a function of a store.
 */
enum interlink_store_status
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * Success; what was found was given to the answer. If nothing was found, nothing is given.
     */
    INTERLINK_STORE_STATUS_OK = 0,
    /**
     * append: something a batch relied on has changed. Nothing was written, and the seq of the batch's own stream was
     * given with interlink_give_number.
     */
    INTERLINK_STORE_STATUS_CONFLICT = 1,
    /**
     * Another program holds the store for longer than the call may wait; the same call may succeed later.
     */
    INTERLINK_STORE_STATUS_BUSY = 2,
    /**
     * The store cannot be written.
     */
    INTERLINK_STORE_STATUS_READ_ONLY = 3,
    /**
     * The store holds invalid data. Give a message with interlink_say.
     */
    INTERLINK_STORE_STATUS_MALFORMED = 4,
    /**
     * Any other failure. Give a message with interlink_say. An unknown status counts as this one.
     */
    INTERLINK_STORE_STATUS_FAILED = 5,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum interlink_store_status interlink_store_status;
#else
typedef uint32_t interlink_store_status;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/**
 * The kind of a vault write.
 */
enum interlink_vault_kind
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * Links host_id and party, in both directions. If host_id is linked to another party already, the whole call is a
     * conflict.
     */
    INTERLINK_VAULT_KIND_PSEUDONYM_LINK = 0,
    /**
     * Stores entry.
     */
    INTERLINK_VAULT_KIND_ENTRY = 1,
    /**
     * Removes the pseudonym link of person, and every entry about them except those whose places are in kept. It is
     * the last write of its batch.
     */
    INTERLINK_VAULT_KIND_ERASE = 2,
    /**
     * Stores key for process.
     */
    INTERLINK_VAULT_KIND_KEY = 3,
    /**
     * Stores tag for process; if it exists already, that is not an error.
     */
    INTERLINK_VAULT_KIND_PARTICIPATION = 4,
    /**
     * Removes the key and all tags of process.
     */
    INTERLINK_VAULT_KIND_CLOSE = 5,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum interlink_vault_kind interlink_vault_kind;
#else
typedef uint32_t interlink_vault_kind;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

/**
 * Where a function of a store puts its results. It copies what it is given, and is valid until the function returns;
 * only the thread on which the function was called may use it. Invalid values make the call fail, not the program.
 */
typedef struct interlink_answer interlink_answer;

/**
 * An open store with its rules. Its contents are private to the library.
 *
 * Any number of threads may use one engine at the same time. Several engines, also in several programs, may be open on
 * one SQLite file.
 */
typedef struct interlink_engine interlink_engine;

/**
 * Some bytes: a text in UTF-8, without a terminating NUL, or an id. The giver owns them, and they need to be valid
 * only during the call. Empty: len is 0, and data may be NULL.
 */
typedef struct interlink_bytes {
    /**
     * The first byte.
     */
    const void *data;
    /**
     * The number of bytes.
     */
    size_t len;
} interlink_bytes;

/**
 * May this person do this here?
 */
typedef struct interlink_question {
    /**
     * The person, by your id.
     */
    struct interlink_bytes actor;
    /**
     * The permission, for example "task.start".
     */
    struct interlink_bytes permission;
    /**
     * The process: its id in hexadecimal.
     */
    struct interlink_bytes process;
    /**
     * The phase, objective or task: its id in hexadecimal. Empty: the process as a whole.
     */
    struct interlink_bytes item;
    /**
     * The time: milliseconds since 1970-01-01T00:00:00Z.
     */
    int64_t at;
} interlink_question;

/**
 * The result of a call, beside its status: bytes that are yours until you pass them to interlink_result_free.
 *
 * Except for interlink_export they are JSON in UTF-8: {"ok": …} or {"problem": …}; docs/schema describes the content.
 * An answer about the record is as of one position of the store, which is given beside it: {"ok": …, "position": N}. A
 * NUL follows the last byte and is not counted.
 *
 * A function overwrites the whole result without reading it, so it need not be initialised; free a result that holds
 * bytes first, or they leak. Wherever a function takes a result, NULL means that you do not want it.
 */
typedef struct interlink_result {
    /**
     * The first byte; NULL if there are none.
     */
    char *bytes;
    /**
     * The number of bytes, without the NUL.
     */
    size_t len;
} interlink_result;

/**
 * May this person's data be processed for this purpose?
 */
typedef struct interlink_consent_question {
    /**
     * The data subject, by your id.
     */
    struct interlink_bytes person;
    /**
     * The controller: the organisation's id in hexadecimal.
     */
    struct interlink_bytes organisation_id;
    /**
     * The purpose: its name in the organisation's notices.
     */
    struct interlink_bytes purpose;
    /**
     * The time: milliseconds since 1970-01-01T00:00:00Z.
     */
    int64_t at;
} interlink_consent_question;

/**
 * An event. A store keeps every member and returns it unchanged.
 */
typedef struct interlink_event {
    /**
     * The name of its stream, like "process/0123…": at most 46 bytes.
     */
    struct interlink_bytes stream;
    /**
     * Its number in its stream, from 1.
     */
    uint64_t seq;
    /**
     * Its place in the order of the whole store: later events have higher ones. The store assigns it, so it is 0 in
     * what append is passed. Events given to changes must have it; those given to events need not.
     */
    uint64_t position;
    /**
     * The time it happened: milliseconds since 1970-01-01T00:00:00Z.
     */
    int64_t at;
    /**
     * Its id: 32 bytes.
     */
    struct interlink_bytes id;
    /**
     * Its envelope: JSON in UTF-8.
     */
    struct interlink_bytes body;
} interlink_event;

/**
 * A party, by the library's id.
 */
typedef struct interlink_party {
    /**
     * One of INTERLINK_PARTY_KIND_….
     */
    uint32_t kind;
    /**
     * Its id: 16 bytes.
     */
    struct interlink_bytes id;
    /**
     * For a team: its organisation, 16 bytes. Otherwise empty.
     */
    struct interlink_bytes organisation;
} interlink_party;

/**
 * A text about a person. It is personal data.
 */
typedef struct interlink_entry {
    /**
     * Its key: 32 bytes. A new entry replaces one with the same place.
     */
    struct interlink_bytes place;
    /**
     * Its commitment: 32 bytes.
     */
    struct interlink_bytes commitment;
    /**
     * The person it is about: 16 bytes.
     */
    struct interlink_bytes data_subject_id;
    /**
     * 16 bytes.
     */
    struct interlink_bytes salt;
    /**
     * The text.
     */
    struct interlink_bytes text;
} interlink_entry;

/**
 * A write to the vault. Only the members that its kind names are set.
 */
typedef struct interlink_vault_write {
    /**
     * One of INTERLINK_VAULT_KIND_….
     */
    uint32_t kind;
    /**
     * Your id of a party: 1 to 256 bytes. It is personal data.
     */
    struct interlink_bytes host_id;
    /**
     * The party of that id.
     */
    struct interlink_party party;
    /**
     * A text about a person.
     */
    struct interlink_entry entry;
    /**
     * The person to erase: 16 bytes.
     */
    struct interlink_bytes person;
    /**
     * The places of entries to keep: 32 bytes each.
     */
    const struct interlink_bytes *kept;
    /**
     * The number of these places.
     */
    size_t kept_count;
    /**
     * A process: 16 bytes.
     */
    struct interlink_bytes process;
    /**
     * Its key: 16 bytes.
     */
    struct interlink_bytes key;
    /**
     * A tag: 32 bytes.
     */
    struct interlink_bytes tag;
} interlink_vault_write;

/**
 * A document: bytes under their SHA-256, or under that of the document they replaced.
 */
typedef struct interlink_document {
    /**
     * 32 bytes.
     */
    struct interlink_bytes id;
    /**
     * The document.
     */
    struct interlink_bytes bytes;
} interlink_document;

/**
 * An event that was withheld and is now disclosed: it replaces the one with its stream, seq and id.
 */
typedef struct interlink_disclosed {
    /**
     * The event. Its time and body replace the present ones; if no event has its stream, seq and id, the call is a
     * conflict. Its position is not set, and stays unchanged.
     */
    struct interlink_event event;
    /**
     * The command of the event. If the command is known on the stream, extend its range of seqs to include this one;
     * otherwise its range is this one alone.
     */
    struct interlink_bytes command;
    /**
     * Distinguishes that command from another: 32 bytes.
     */
    struct interlink_bytes fingerprint;
    /**
     * The placeholder command, which is to be removed.
     */
    struct interlink_bytes instead_of;
} interlink_disclosed;

/**
 * A stream that a decision relied on.
 */
typedef struct interlink_basis_stream {
    /**
     * Its name.
     */
    struct interlink_bytes stream;
    /**
     * The seq of its last event when it was read; 0 if the stream did not exist.
     */
    uint64_t seq;
} interlink_basis_stream;

/**
 * The party that one of your ids meant when a decision was made.
 */
typedef struct interlink_basis_party {
    /**
     * Your id.
     */
    struct interlink_bytes host_id;
    /**
     * The party; NULL if the id was unknown.
     */
    const struct interlink_party *party;
} interlink_basis_party;

/**
 * Everything that one command writes.
 *
 * The command was decided on what a reading saw, and others may have appended since. So the batch names everything the
 * decision relied on: the seq of its own stream (expected), those of other streams that were read, and the parties
 * that your ids meant. A store must accept the batch only if all of that is unchanged when it is written; otherwise
 * two commands, each allowed by itself, could together have an effect that neither would be allowed alone.
 */
typedef struct interlink_batch {
    /**
     * The stream of the events.
     */
    struct interlink_bytes stream;
    /**
     * The seq that the stream must have: that of its last event, 0 for a new stream. A batch may follow another of the
     * same stream in the same call.
     */
    uint64_t expected;
    /**
     * The events, in order; at least one.
     */
    const struct interlink_event *events;
    /**
     * The number of events.
     */
    size_t event_count;
    /**
     * The command's id: 1 to 64 bytes of ASCII. The stream and this id identify it.
     */
    struct interlink_bytes command;
    /**
     * Distinguishes the command from another under the same id: 32 bytes.
     */
    struct interlink_bytes fingerprint;
    /**
     * The writes to the vault.
     */
    const struct interlink_vault_write *vault;
    /**
     * The number of writes.
     */
    size_t vault_count;
    /**
     * Documents to store; those that exist already stay unchanged.
     */
    const struct interlink_document *documents;
    /**
     * The number of documents.
     */
    size_t document_count;
    /**
     * Events that replace those with the same stream, seq and id, in any stream. The body and the time are new, the
     * position stays; remove the snapshots of that stream, and keep nothing of the replaced content. If such an event
     * does not exist, the whole call is a conflict.
     */
    const struct interlink_event *rewritten_events;
    /**
     * The number of these events.
     */
    size_t rewritten_event_count;
    /**
     * Documents that replace those with the same id, in the same way.
     */
    const struct interlink_document *rewritten_documents;
    /**
     * The number of these documents.
     */
    size_t rewritten_document_count;
    /**
     * Events that are stored as withheld, and are now disclosed. They replace events as above, and their commands replace
     * the placeholder commands.
     */
    const struct interlink_disclosed *disclosed;
    /**
     * The number of these events.
     */
    size_t disclosed_count;
    /**
     * Other streams, which must have these seqs.
     */
    const struct interlink_basis_stream *basis_streams;
    /**
     * The number of these streams.
     */
    size_t basis_stream_count;
    /**
     * Ids of yours, which must mean these parties, or nobody.
     */
    const struct interlink_basis_party *basis_parties;
    /**
     * The number of these ids.
     */
    size_t basis_party_count;
} interlink_batch;

/**
 * The state of a stream at one seq. A store may discard it.
 */
typedef struct interlink_snapshot {
    /**
     * The seq.
     */
    uint64_t seq;
    /**
     * The id of the event with that seq: 32 bytes.
     */
    struct interlink_bytes id;
    /**
     * When that event happened: milliseconds since 1970-01-01T00:00:00Z.
     */
    int64_t at;
    /**
     * The layout of the bytes.
     */
    uint32_t format;
    /**
     * The state.
     */
    struct interlink_bytes bytes;
} interlink_snapshot;

/**
 * A store of your own: your database keeps the journal, its documents and the vault.
 *
 * Set every member to zero, then size to sizeof(interlink_store), then the functions. All are required except those
 * that may be NULL, as stated below. Check them with interlink_conformance.
 *
 * Every function is passed context and answer. context is the member below. answer is valid during the call: give it
 * the results with interlink_give_…. A function returns one of INTERLINK_STORE_STATUS_…. Its arguments belong to the
 * library and are valid during the call. Several threads may call at the same time. No exception and no longjmp may
 * leave a function, and none may use the engine on top of the store.
 *
 * Readings. The record is read through a reading, which read opens and end_read closes. Every answer of one reading is
 * as of the state of the store when it was opened, whatever is appended or erased meanwhile. In most databases this is
 * a read transaction of its own that sees one snapshot (repeatable read). Any number of readings may be open at once,
 * on several threads; appends proceed in parallel, and neither waits for the other. One reading is used by one thread
 * at a time, not necessarily by the one that opened it. The library keeps a reading no longer than one answer takes;
 * verify reads the whole record in one.
 */
typedef struct interlink_store {
    /**
     * sizeof(interlink_store): later versions of the header have more members at the end.
     */
    size_t size;
    /**
     * Yours; the library never reads it.
     */
    void *context;
    /**
     * How long one command or question waits in all for others to release the store, in milliseconds; 0 for as long as
     * it takes. append is passed what is left of it.
     */
    uint64_t patience_ms;
    /**
     * How far ahead of the store's clock (now) a command may be dated, in milliseconds; 0 for 300,000.
     */
    uint64_t skew_ms;
    /**
     * Called once, when the engine is closed; nothing is called after it, and no reading is open any more. May be
     * NULL.
     */
    void (*close)(void *context);
    /**
     * Opens a reading: sets *reading, which the reading functions are passed, and gives a number: the position of the
     * last event it sees (0 if there is none). *reading is yours, and is NULL before the call. On any status but 0 no
     * reading was opened, and end_read is not called.
     */
    uint32_t (*read)(void *context, void **reading, struct interlink_answer *answer);
    /**
     * Closes a reading, once; it is not used after that.
     */
    void (*end_read)(void *context, void *reading);
    /**
     * Gives the end of a stream (interlink_give_head); nothing if there is no such stream.
     */
    uint32_t (*head)(void *context,
                     void *reading,
                     struct interlink_bytes stream,
                     struct interlink_answer *answer);
    /**
     * Gives the events of a stream with a seq above after, in order, at most limit.
     */
    uint32_t (*events)(void *context,
                       void *reading,
                       struct interlink_bytes stream,
                       uint64_t after,
                       size_t limit,
                       struct interlink_answer *answer);
    /**
     * Gives the events of all streams with a position above after, in order, at most limit.
     */
    uint32_t (*changes)(void *context,
                        void *reading,
                        uint64_t after,
                        size_t limit,
                        struct interlink_answer *answer);
    /**
     * Gives a number: the seq of a stream's last event at or before a time; 0 if there is none.
     */
    uint32_t (*seq_at)(void *context,
                       void *reading,
                       struct interlink_bytes stream,
                       int64_t at,
                       struct interlink_answer *answer);
    /**
     * Gives what is remembered of a command on a stream (interlink_give_command); nothing if it was not appended.
     */
    uint32_t (*command)(void *context,
                        void *reading,
                        struct interlink_bytes stream,
                        struct interlink_bytes id,
                        struct interlink_answer *answer);
    /**
     * Gives the names of the streams after one (interlink_give_bytes), in byte order, at most limit; from the first if
     * after is empty.
     */
    uint32_t (*streams)(void *context,
                        void *reading,
                        struct interlink_bytes after,
                        size_t limit,
                        struct interlink_answer *answer);
    /**
     * Gives the bytes of a document (interlink_give_bytes); nothing if it is not stored.
     */
    uint32_t (*document)(void *context,
                         void *reading,
                         struct interlink_bytes id,
                         struct interlink_answer *answer);
    /**
     * Gives the last snapshot of a stream at or below a seq; nothing if there is none. May be NULL, together with
     * put_snapshot: opening a long stream then takes longer.
     */
    uint32_t (*snapshot)(void *context,
                         void *reading,
                         struct interlink_bytes stream,
                         uint64_t at_most,
                         struct interlink_answer *answer);
    /**
     * Gives the party that your id means (interlink_give_party); nothing if there is none.
     */
    uint32_t (*party)(void *context,
                      void *reading,
                      struct interlink_bytes host_id,
                      struct interlink_answer *answer);
    /**
     * Gives your id of the party of this kind with this id (interlink_give_bytes); nothing if there is none, or no
     * longer.
     */
    uint32_t (*host_id)(void *context,
                        void *reading,
                        uint32_t kind,
                        struct interlink_bytes id,
                        struct interlink_answer *answer);
    /**
     * Gives the entry with a place; nothing if there is none, or no longer.
     */
    uint32_t (*entry)(void *context,
                      void *reading,
                      struct interlink_bytes place,
                      struct interlink_answer *answer);
    /**
     * Gives the entries after a place, in the byte order of their places, at most limit; from the first if after is
     * empty.
     */
    uint32_t (*entries)(void *context,
                        void *reading,
                        struct interlink_bytes after,
                        size_t limit,
                        struct interlink_answer *answer);
    /**
     * Gives the key of a process (interlink_give_bytes); nothing if it has none, or no longer.
     */
    uint32_t (*process_key)(void *context,
                            void *reading,
                            struct interlink_bytes process,
                            struct interlink_answer *answer);
    /**
     * Gives a number: 1 if the tag is stored for the process, otherwise 0.
     */
    uint32_t (*has_participated)(void *context,
                                 void *reading,
                                 struct interlink_bytes process,
                                 struct interlink_bytes tag,
                                 struct interlink_answer *answer);
    /**
     * Gives a number: the position of the last event in the store, 0 if there is none. Called before nearly every
     * answer, so it should be cheap.
     */
    uint32_t (*position)(void *context, struct interlink_answer *answer);
    /**
     * Appends batches in order, at least one: all of it or nothing, and durable when it returns. Gives two numbers:
     * the position of the store's last event before them, and of the last one now.
     *
     * Check whether a batch may be appended in the transaction that writes it. Nothing of the call is written if its
     * stream does not have the expected seq, another stream of its basis does not have that of the basis, one of your
     * ids does not mean the party of the basis, or an INTERLINK_VAULT_KIND_PSEUDONYM_LINK names one of your ids that
     * is linked already. Then give the seq of the batch's own stream (with the batches before it) as the only number,
     * and return INTERLINK_STORE_STATUS_CONFLICT. The library then decides the command again.
     *
     * Wait patience_ms in all for other writers; UINT64_MAX: for as long as it takes. After that write nothing, and
     * return INTERLINK_STORE_STATUS_BUSY.
     */
    uint32_t (*append)(void *context,
                       const struct interlink_batch *batches,
                       size_t count,
                       uint64_t patience_ms,
                       struct interlink_answer *answer);
    /**
     * Stores a document; one that exists already stays unchanged.
     */
    uint32_t (*put_document)(void *context,
                             const struct interlink_document *document,
                             struct interlink_answer *answer);
    /**
     * Stores a snapshot of a stream. May be NULL, together with snapshot.
     */
    uint32_t (*put_snapshot)(void *context,
                             struct interlink_bytes stream,
                             const struct interlink_snapshot *snapshot,
                             struct interlink_answer *answer);
    /**
     * Called after every erasure: physically removes erased data, including from free pages, logs and anywhere else
     * your database keeps old copies. Calling it again does the same. It must not make readers wait: return
     * INTERLINK_STORE_STATUS_BUSY if a reader still uses an older state. The erasure is valid nevertheless, and the
     * store must finish the removal by itself as soon as it can, at the latest when it is next opened. NULL only if
     * deleting already removes data physically.
     */
    uint32_t (*scrub)(void *context, struct interlink_answer *answer);
    /**
     * Gives a number: the store's own clock, in milliseconds since 1970-01-01T00:00:00Z. With it the engine refuses
     * commands dated in the future (skew_ms), and corrects a stream that is in the future already. May be NULL for a
     * store without a clock; a failing one counts as none.
     */
    uint32_t (*now)(void *context, struct interlink_answer *answer);
} interlink_store;

/**
 * What a store remembers of an appended command.
 */
typedef struct interlink_command {
    /**
     * The seq of its first event in the stream.
     */
    uint64_t first;
    /**
     * The seq of its last event.
     */
    uint64_t last;
    /**
     * Distinguishes it from another command under the same id: 32 bytes.
     */
    struct interlink_bytes fingerprint;
} interlink_command;

/**
 * Opens a store for the conformance suite: fills in *store, which comes with its size set and everything else zero. If
 * reopen is false, open a new empty store each time; if true, open the last one again, which was closed before.
 * Returns one of INTERLINK_STORE_STATUS_….
 */
typedef uint32_t (*interlink_store_opener)(void *context, bool reopen, struct interlink_store *store);

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Checks whether people may do things: count questions, whose answers are written to allowed, in order. Consecutive
 * questions about the same process are answered on the same state of it. Nothing is allocated for you to free, unless
 * there is a problem.
 *
 * On success the result is empty; a denial is an answer, not a problem. An unknown person is denied. On any other
 * status all answers are false, and the problem's path begins with the index of the question, from 0: "/3/item".
 *
 * For the reasons of a denial, send interlink_request {"check": …}.
 *
 * What you promise:
 * engine is open; questions points to count questions and allowed to room for count answers; result is NULL or a
 * result.
 */
interlink_status interlink_check(const struct interlink_engine *engine,
                                 const struct interlink_question *questions,
                                 size_t count,
                                 bool *allowed,
                                 struct interlink_result *result);

/**
 * Checks whether people's data may be processed: count questions, whose answers are written to allowed, in order.
 * Absent, unknown or ended consent is denied.
 *
 * The first call reads all consents, which takes a while; later ones take well under a microsecond each. On success
 * the result is empty. On any other status all answers are false, and the problem's path begins with the index of the
 * question, from 0.
 *
 * For the reasons of a denial, send interlink_request {"consent": …}.
 *
 * What you promise:
 * As for interlink_check.
 */
interlink_status interlink_check_consent(const struct interlink_engine *engine,
                                         const struct interlink_consent_question *questions,
                                         size_t count,
                                         bool *allowed,
                                         struct interlink_result *result);

/**
 * The version of the library, like "0.1.0": NUL-terminated static text that must not be freed.
 */
const char *interlink_version(void);

/**
 * The version of the ABI of the linked library. It must not be lower than INTERLINK_ABI_VERSION, the version of this
 * header.
 */
uint32_t interlink_abi_version(void);

/**
 * Opens the store that a URL names: "memory:", or "sqlite:PATH" with options after a question mark, joined by &:
 *
 *   mode=ro          read only: needs no permission to write, and leaves nothing beside the file
 *   patience_ms=N    how long a call waits in all for others to release the file; default 10,000
 *   skew_ms=N        how far ahead of this machine's clock a command may be dated; default 300,000
 *
 * On success *engine is yours until you pass it to interlink_close, and the result is empty. Otherwise *engine is
 * NULL, and the result holds the problem: {"problem": …}.
 *
 * What you promise:
 * url points to url_len bytes; engine and result are as described above.
 */
interlink_status interlink_open(const char *url,
                                size_t url_len,
                                struct interlink_engine **engine,
                                struct interlink_result *result);

/**
 * Opens a store of your own: see interlink_store. The struct is copied; what its context points to must stay valid
 * until close was called with it.
 *
 * On success *engine is yours until you pass it to interlink_close, which calls the store's close. Otherwise *engine
 * is NULL, close is not called, and the result holds the problem.
 *
 * What you promise:
 * store points to a struct whose size member gives its length; its functions behave as described.
 */
interlink_status interlink_open_store(const struct interlink_store *store,
                                      struct interlink_engine **engine,
                                      struct interlink_result *result);

/**
 * Closes an engine. NULL does nothing. No thread may still use the engine, and it must not be closed twice.
 *
 * What you promise:
 * The engine was opened by this library and not closed.
 */
void interlink_close(struct interlink_engine *engine);

/**
 * Executes a command, in JSON: decides it and appends its events. Sent again under the same id, it returns the same
 * events and changes nothing.
 *
 * The result: {"ok": {"events": […], "repeated": …, "stream": …, "seq": …}, "position": N}, or {"problem": …} with
 * nothing changed. Every later answer of the engine includes everything up to that position.
 *
 * What you promise:
 * engine is open; command points to len bytes; result is NULL or a result.
 */
interlink_status interlink_execute(const struct interlink_engine *engine,
                                   const char *command,
                                   size_t len,
                                   struct interlink_result *result);

/**
 * Decides a command and appends nothing. The result is what interlink_execute would return now.
 *
 * What you promise:
 * As for interlink_execute.
 */
interlink_status interlink_dry_run(const struct interlink_engine *engine,
                                   const char *command,
                                   size_t len,
                                   struct interlink_result *result);

/**
 * Executes a JSON list of commands one after another, each on its own: a refused one does not hold up the next. If one
 * is malformed, none is executed.
 *
 * The result: {"ok": {"outcomes": […]}} with {"ok": …} or {"problem": …} for each command, in order. The status is
 * INTERLINK_STATUS_OK even if commands were refused: check each outcome.
 *
 * What you promise:
 * engine is open; commands points to len bytes; result is NULL or a result.
 */
interlink_status interlink_execute_many(const struct interlink_engine *engine,
                                        const char *commands,
                                        size_t len,
                                        struct interlink_result *result);

/**
 * Handles one request: an object with one member, whose name says what is asked. Everything is available here except
 * bundles, which are not JSON and have functions of their own. docs/c.md lists the requests, and
 * docs/schema/request.json has their schemas. Some:
 *
 *   {"add_document": …}                        store a template, a model, a notice
 *   {"tree": {"process": ID}}                  a process as it is; with "as_of": {"time": …} as it was
 *   {"check": {"actor": …, …}}                 whether a person may do something, and why
 *   {"changes": {"after": N, "limit": N}}      the feed of events
 *   {"consent": {…}}                           a person's consent, and what follows from it
 *   {"verify": {}}                             verify the whole record
 *
 * An answer is as of one position of the store, whatever is appended meanwhile: {"ok": …, "position": N}. An answer
 * without a position, such as the models that come with the library, names none. The result has the same bytes in
 * every binding.
 *
 * What you promise:
 * engine is open; request points to len bytes; result is NULL or a result.
 */
interlink_status interlink_request(const struct interlink_engine *engine,
                                   const char *request,
                                   size_t len,
                                   struct interlink_result *result);

/**
 * Writes a process as a bundle for the page shown to one person, by your id: it contains only that person's identity,
 * and consent events of others are withheld. For an unknown person it contains no names.
 *
 * The result is as for interlink_export.
 *
 * What you promise:
 * engine is open; process points to process_len bytes, the process's id in hexadecimal, and person to person_len bytes;
 * result is NULL or a result.
 */
interlink_status interlink_export_for(const struct interlink_engine *engine,
                                      const char *process,
                                      size_t process_len,
                                      const char *person,
                                      size_t person_len,
                                      struct interlink_result *result);

/**
 * Writes a process as a bundle: its stream, the streams it relies on, and the documents they name. with_vault: also
 * the identities behind the pseudonyms and the texts about them. Personal data.
 *
 * On success the result holds the bundle, which is lines of JSON, not one JSON object: keep all its bytes. Otherwise
 * it holds the problem.
 *
 * What you promise:
 * engine is open; process points to process_len bytes, the process's id in hexadecimal; result is NULL or a result.
 */
interlink_status interlink_export(const struct interlink_engine *engine,
                                  const char *process,
                                  size_t process_len,
                                  bool with_vault,
                                  struct interlink_result *result);

/**
 * Imports a bundle: all of it, after every hash in it was checked, or nothing. What is here already stays. To give the
 * host's terms (where it comes from, which streams are at home where), use the request import_bundle instead.
 *
 * The result: {"ok": {"events": N, "process": ID, "streams": […], …}, "position": N}; events is the number that are
 * new here.
 *
 * What you promise:
 * engine is open; bundle points to len bytes; result is NULL or a result.
 */
interlink_status interlink_import(const struct interlink_engine *engine,
                                  const char *bundle,
                                  size_t len,
                                  struct interlink_result *result);

/**
 * Copies a store in a file into a new file, as of one position, while others continue. The copy contains everything in
 * the store, including the identities behind the pseudonyms: protect it like the store, and keep it no longer. A
 * person erased afterwards is still in the copy.
 *
 * On success the result is empty. The status is INTERLINK_STATUS_STORE if the path exists already or the store is not
 * a file.
 *
 * What you promise:
 * engine is open; path points to len bytes of UTF-8; result is NULL or a result.
 */
interlink_status interlink_backup(const struct interlink_engine *engine,
                                  const char *path,
                                  size_t len,
                                  struct interlink_result *result);

/**
 * Frees what a result holds and empties it, so that freeing it again does nothing. NULL does nothing. Free a result
 * once, in one thread; a copy of the struct is the same result.
 *
 * What you promise:
 * The result was filled in by this library or is all zero, and was not changed.
 */
void interlink_result_free(struct interlink_result *result);

/**
 * Gives a number.
 *
 * What you promise:
 * answer is the one passed to the function.
 */
void interlink_give_number(struct interlink_answer *answer, uint64_t number);

/**
 * Gives bytes: a document, a name, a key.
 *
 * What you promise:
 * answer is the one passed to the function; data points to len bytes.
 */
void interlink_give_bytes(struct interlink_answer *answer, const void *data, size_t len);

/**
 * Gives an event.
 *
 * What you promise:
 * answer is the one passed to the function; event and what it points to are valid.
 */
void interlink_give_event(struct interlink_answer *answer, const struct interlink_event *event);

/**
 * Gives the end of a stream: the seq and the id (32 bytes) of its last event.
 *
 * What you promise:
 * answer is the one passed to the function; id points to valid bytes.
 */
void interlink_give_head(struct interlink_answer *answer, uint64_t seq, struct interlink_bytes id);

/**
 * Gives what the store remembers of a command.
 *
 * What you promise:
 * answer is the one passed to the function; command and what it points to are valid.
 */
void interlink_give_command(struct interlink_answer *answer, const struct interlink_command *command);

/**
 * Gives a snapshot.
 *
 * What you promise:
 * answer is the one passed to the function; snapshot and what it points to are valid.
 */
void interlink_give_snapshot(struct interlink_answer *answer, const struct interlink_snapshot *snapshot);

/**
 * Gives a party.
 *
 * What you promise:
 * answer is the one passed to the function; party and what it points to are valid.
 */
void interlink_give_party(struct interlink_answer *answer, const struct interlink_party *party);

/**
 * Gives an entry of the vault.
 *
 * What you promise:
 * answer is the one passed to the function; entry and what it points to are valid.
 */
void interlink_give_entry(struct interlink_answer *answer, const struct interlink_entry *entry);

/**
 * Gives an error message, such as that of your database. The problem then contains it.
 *
 * What you promise:
 * answer is the one passed to the function; message points to len bytes.
 */
void interlink_say(struct interlink_answer *answer, const char *message, size_t len);

/**
 * Runs every case of the conformance suite on a store of your own.
 *
 * The result: {"ok": {"passed": ["…", …]}} with the names of the cases; or the problem store.nonconformant, whose
 * message says which case failed and how.
 *
 * What you promise:
 * open is as described, and is called with context; result is NULL or a result.
 */
interlink_status interlink_conformance(interlink_store_opener open,
                                       void *context,
                                       struct interlink_result *result);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* INTERLINK_H */
