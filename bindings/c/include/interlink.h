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
 * The version of the ABI. It goes up by one when something is added, and programs that were built for a lower one go
 * on working; what would break them changes the name of the library (SONAME). A program that needs a function of a
 * certain version asks for at least that one.
 */
#define INTERLINK_ABI_VERSION 1

/**
 * What became of a call. The numbers never change and none is given anew; new ones may come, so treat one that you do
 * not know as a no.
 */
enum interlink_status
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * It was done; the result holds what was asked for.
     */
    INTERLINK_STATUS_OK = 0,
    /**
     * The rules do not allow it, and nothing was changed. Show the sentence and the reasons.
     */
    INTERLINK_STATUS_REFUSED = 1,
    /**
     * What was sent is malformed. The problem's path names the place.
     */
    INTERLINK_STATUS_MALFORMED = 2,
    /**
     * What was named is not there.
     */
    INTERLINK_STATUS_UNKNOWN = 3,
    /**
     * Somebody else was first, and nothing was changed. Look again, and send it again.
     */
    INTERLINK_STATUS_CONFLICT = 4,
    /**
     * The store cannot do it now.
     */
    INTERLINK_STATUS_STORE = 5,
    /**
     * The record, or a bundle of it, is not what it should be.
     */
    INTERLINK_STATUS_RECORD = 6,
    /**
     * The call itself is wrong: a pointer that is NULL, a text that is no UTF-8, a length that cannot be.
     */
    INTERLINK_STATUS_CALL = 7,
    /**
     * The library failed inside. Nothing was changed, and the engine can be used on. Please report it.
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
 * What a party is.
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
 * What a function of a store says.
 */
enum interlink_store_status
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * It was done; what was found was given to the answer. Nothing found, nothing given.
     */
    INTERLINK_STORE_STATUS_OK = 0,
    /**
     * append: what a batch was decided on is no longer so. Nothing was written, and the version of the batch's own stream
     * was given with interlink_give_number.
     */
    INTERLINK_STORE_STATUS_CONFLICT = 1,
    /**
     * Somebody else holds the store, for longer than the call may wait; the same call may succeed later.
     */
    INTERLINK_STORE_STATUS_BUSY = 2,
    /**
     * The store cannot be written.
     */
    INTERLINK_STORE_STATUS_READ_ONLY = 3,
    /**
     * The store holds something that it cannot have been given. Say what with interlink_say.
     */
    INTERLINK_STORE_STATUS_MALFORMED = 4,
    /**
     * Anything else. Say what with interlink_say. A status that is none of these counts as this one.
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
 * What is written to the vault.
 */
enum interlink_vault_kind
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    /**
     * host_id now means party, and the other way round. One that means somebody already is not given to another: the
     * whole call is a conflict.
     */
    INTERLINK_VAULT_KIND_TIE = 0,
    /**
     * entry is kept.
     */
    INTERLINK_VAULT_KIND_ENTRY = 1,
    /**
     * The tie of person goes, and every entry about her but those whose places are in kept. It comes last in its batch.
     */
    INTERLINK_VAULT_KIND_ERASE = 2,
    /**
     * key is kept for process.
     */
    INTERLINK_VAULT_KIND_KEY = 3,
    /**
     * tag is kept for process; that it is there already is no error.
     */
    INTERLINK_VAULT_KIND_VOICE = 4,
    /**
     * The key and all tags of process go.
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
 * Where a function of a store puts what it found. It copies what it is given, and is there until the function returns;
 * only the thread that the function was called on may use it. Wrong things given make the call fail, not the program.
 */
typedef struct interlink_answer interlink_answer;

/**
 * An open store with the rules on top of it. Its contents are the library's own.
 *
 * Any number of threads may use one engine at the same time. Several engines, also of several programs, may be open on
 * one SQLite file.
 */
typedef struct interlink_engine interlink_engine;

/**
 * Some bytes: a text in UTF-8, without a NUL at its end, or an id. Whoever gives it owns it, and it need be valid only
 * during the call. No bytes: len is 0, and data may be NULL.
 */
typedef struct interlink_bytes {
    /**
     * The first byte.
     */
    const void *data;
    /**
     * How many bytes.
     */
    size_t len;
} interlink_bytes;

/**
 * May this person do this here?
 */
typedef struct interlink_question {
    /**
     * Who would do it: your id of the person.
     */
    struct interlink_bytes actor;
    /**
     * What she would do, like "task.start".
     */
    struct interlink_bytes permission;
    /**
     * In which process: its id in hexadecimal.
     */
    struct interlink_bytes process;
    /**
     * On which phase, objective or task: its id in hexadecimal. None: on the process as a whole.
     */
    struct interlink_bytes item;
    /**
     * When: milliseconds since 1970-01-01T00:00:00Z.
     */
    int64_t at;
} interlink_question;

/**
 * What a call gives back beside its status: bytes that are yours until you give them to interlink_result_free.
 *
 * In all but interlink_export they are JSON in UTF-8: {"ok": …} or {"problem": …}; docs/schema says what is within. An
 * answer about the record is as of one position of the store, which stands beside it: {"ok": …, "position": N}. A NUL
 * stands behind the last byte and is not counted.
 *
 * A function writes a whole result and reads none, so it need not be set before; one that holds something has to be
 * freed first, or that is lost. Wherever a function takes a result, NULL means that you do not want it.
 */
typedef struct interlink_result {
    /**
     * The first byte; NULL if there are none.
     */
    char *bytes;
    /**
     * How many bytes, without the NUL.
     */
    size_t len;
} interlink_result;

/**
 * May this person's data be processed for this purpose?
 */
typedef struct interlink_consent_question {
    /**
     * Whose data: your id of the person.
     */
    struct interlink_bytes person;
    /**
     * Who would process them: the organisation's id in hexadecimal.
     */
    struct interlink_bytes organisation;
    /**
     * For what: the name of the purpose in the organisation's notices.
     */
    struct interlink_bytes purpose;
    /**
     * When: milliseconds since 1970-01-01T00:00:00Z.
     */
    int64_t at;
} interlink_consent_question;

/**
 * An event. A store keeps every part and gives it back as it was.
 */
typedef struct interlink_event {
    /**
     * Its stream's name, like "process/0123…": at most 46 bytes.
     */
    struct interlink_bytes stream;
    /**
     * Its number in its stream, from 1 on.
     */
    uint64_t seq;
    /**
     * Its place in the order of the whole store: later events have higher ones. The store decides it, so it is 0 in what
     * append is handed, and what is given back for events need not have it; what is given back for changes does.
     */
    uint64_t position;
    /**
     * When it happened: milliseconds since 1970-01-01T00:00:00Z.
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
 * A party, as the library knows it.
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
     * Of a team: the organisation that it belongs to, 16 bytes. None otherwise.
     */
    struct interlink_bytes organisation;
} interlink_party;

/**
 * A text about a person. It is personal data.
 */
typedef struct interlink_entry {
    /**
     * Where it stands: 32 bytes. It is found by this, and one that stands there already makes way for it.
     */
    struct interlink_bytes place;
    /**
     * What binds it: 32 bytes.
     */
    struct interlink_bytes commitment;
    /**
     * Whom it is about: 16 bytes.
     */
    struct interlink_bytes subject;
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
 * Something new for the vault. Only what its kind names is set.
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
     * Which party that is.
     */
    struct interlink_party party;
    /**
     * A text about a person.
     */
    struct interlink_entry entry;
    /**
     * Who is erased: 16 bytes.
     */
    struct interlink_bytes person;
    /**
     * The places of entries that stay: 32 bytes each.
     */
    const struct interlink_bytes *kept;
    /**
     * How many of them.
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
 * A document: bytes under their SHA-256, or under that of what they took the place of.
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
 * An event that was withheld, with what it says: it takes the place of the one that has its stream, seq and id.
 */
typedef struct interlink_disclosed {
    /**
     * The event. Its time and its body replace those that stand there; if no event has its stream, seq and id, the call is a
     * conflict. Its position is not set, and stays what it is.
     */
    struct interlink_event event;
    /**
     * The command that it came of. If that is known on the stream, it reaches from its first seq or this one to its last or
     * this one; otherwise it is this one alone.
     */
    struct interlink_bytes command;
    /**
     * What tells that command from another: 32 bytes.
     */
    struct interlink_bytes fingerprint;
    /**
     * The command that stood for it, which is forgotten.
     */
    struct interlink_bytes instead_of;
} interlink_disclosed;

/**
 * A stream that a decision rested on.
 */
typedef struct interlink_basis_stream {
    /**
     * Its name.
     */
    struct interlink_bytes stream;
    /**
     * The version that it was read at: the seq of its last event, 0 for one that was not there.
     */
    uint64_t version;
} interlink_basis_stream;

/**
 * Whom a decision took one of your ids for.
 */
typedef struct interlink_basis_party {
    /**
     * Your id.
     */
    struct interlink_bytes host_id;
    /**
     * The party that it meant; NULL if it meant nobody.
     */
    const struct interlink_party *party;
} interlink_basis_party;

/**
 * Everything that one command leaves behind.
 *
 * It was decided on what a reading saw, and others may have appended since. So it comes with all that the decision rested
 * on: the version of its own stream (expected), the versions of other streams that were read, and whom your ids were taken
 * for. A store takes the batch only where all of that is still so when it is written; otherwise two commands, each
 * right by itself, could together lead to what neither would have been allowed alone.
 */
typedef struct interlink_batch {
    /**
     * The stream that the events go to.
     */
    struct interlink_bytes stream;
    /**
     * The version that the stream must be at: the seq of its last event, 0 for a new stream. A batch may follow one of the
     * same stream before it in the same call.
     */
    uint64_t expected;
    /**
     * The events, in order; at least one.
     */
    const struct interlink_event *events;
    /**
     * How many.
     */
    size_t event_count;
    /**
     * The command's id: 1 to 64 bytes of ASCII. It is found again by the stream and this.
     */
    struct interlink_bytes command;
    /**
     * What tells the command from another under the same id: 32 bytes.
     */
    struct interlink_bytes fingerprint;
    /**
     * What the vault learns.
     */
    const struct interlink_vault_write *vault;
    /**
     * How much.
     */
    size_t vault_count;
    /**
     * Documents to keep; those that are there already stay as they are.
     */
    const struct interlink_document *documents;
    /**
     * How many.
     */
    size_t document_count;
    /**
     * Events that take the place of those that have their stream, their seq and their id, in whatever stream. The body and
     * the time are new, the position stays; the snapshots of that stream go, and nothing of what stood there is left. One
     * that is not there makes the whole call a conflict.
     */
    const struct interlink_event *rewritten_events;
    /**
     * How many.
     */
    size_t rewritten_event_count;
    /**
     * Documents that take the place of those with their id, in the same way.
     */
    const struct interlink_document *rewritten_documents;
    /**
     * How many.
     */
    size_t rewritten_document_count;
    /**
     * Events that are there as withheld, and are told now. They take their place as those above do, and their commands that of
     * others.
     */
    const struct interlink_disclosed *told;
    /**
     * How many.
     */
    size_t disclosed_count;
    /**
     * Other streams, which must be at these versions.
     */
    const struct interlink_basis_stream *basis_streams;
    /**
     * How many.
     */
    size_t basis_stream_count;
    /**
     * Ids of yours, which must mean these parties, or nobody.
     */
    const struct interlink_basis_party *basis_parties;
    /**
     * How many.
     */
    size_t basis_party_count;
} interlink_batch;

/**
 * The state of a stream at one version. A store may forget it.
 */
typedef struct interlink_snapshot {
    /**
     * The version.
     */
    uint64_t version;
    /**
     * The id of the event that made it: 32 bytes.
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
 * Set every member to zero, then size to sizeof(interlink_store), then the functions. All are needed but those that
 * say that they may be NULL. interlink_conformance tells whether they do as they should.
 *
 * Every function gets context as it is here, and answer, which is there during the call: what is found is given to it
 * with interlink_give_…. It returns one of INTERLINK_STORE_STATUS_…. What it is handed belongs to the library and is
 * there during the call. Several threads may call at the same time. No exception and no longjmp may leave a function,
 * and none may use the engine that the store is under.
 *
 * Readings. What is asked of the record is asked of a reading, which read opens and end_read closes: everything that one
 * reading is asked, it answers as the store stood when it was opened, whatever is appended or erased meanwhile. In most
 * databases that is a read transaction of its own that sees one snapshot (repeatable read). Any number of readings are
 * open at once, on several threads; appends go on beside them, and neither waits for the other. One reading is used by one
 * thread at a time, not necessarily by the one that opened it. The library keeps none longer than one answer takes, but
 * verify reads the whole record in one.
 */
typedef struct interlink_store {
    /**
     * sizeof(interlink_store): later versions of the header have more members at the end.
     */
    size_t size;
    /**
     * Yours; the library does not look at it.
     */
    void *context;
    /**
     * How long one command or question waits in all for others to let go of the store, in milliseconds; 0 for as long as
     * it takes. What of that is left is handed to append.
     */
    uint64_t patience_ms;
    /**
     * How far ahead of the store's clock (now) a command may be dated, in milliseconds; 0 for 300,000.
     */
    uint64_t skew_ms;
    /**
     * Called once, when the engine is closed; nothing is called after it, and no reading is open any more. May be NULL.
     */
    void (*close)(void *context);
    /**
     * Opens a reading: puts into *reading what the functions that read are handed, and gives a number, the position of the
     * last event that it sees (0 if there is none). *reading is yours, and comes as NULL. On any status but 0 no reading
     * was opened, and end_read is not called.
     */
    uint32_t (*read)(void *context, void **reading, struct interlink_answer *answer);
    /**
     * Closes a reading, once; nothing is asked of it after that.
     */
    void (*end_read)(void *context, void *reading);
    /**
     * Gives where a stream ends (interlink_give_head); nothing if there is no such stream.
     */
    uint32_t (*head)(void *context,
                     void *reading,
                     struct interlink_bytes stream,
                     struct interlink_answer *answer);
    /**
     * Gives the events of a stream with a seq above after, in order, limit at most.
     */
    uint32_t (*events)(void *context,
                       void *reading,
                       struct interlink_bytes stream,
                       uint64_t after,
                       size_t limit,
                       struct interlink_answer *answer);
    /**
     * Gives the events of all streams with a position above after, in order, limit at most.
     */
    uint32_t (*changes)(void *context,
                        void *reading,
                        uint64_t after,
                        size_t limit,
                        struct interlink_answer *answer);
    /**
     * Gives a number: the seq of a stream's last event at or before a time; 0 if there is none.
     */
    uint32_t (*version_at)(void *context,
                           void *reading,
                           struct interlink_bytes stream,
                           int64_t at,
                           struct interlink_answer *answer);
    /**
     * Gives what became of a command on a stream (interlink_give_command); nothing if it never came.
     */
    uint32_t (*command)(void *context,
                        void *reading,
                        struct interlink_bytes stream,
                        struct interlink_bytes id,
                        struct interlink_answer *answer);
    /**
     * Gives the names of the streams after one (interlink_give_bytes), in the order of their bytes, limit at most; from
     * the first on if after is none.
     */
    uint32_t (*streams)(void *context,
                        void *reading,
                        struct interlink_bytes after,
                        size_t limit,
                        struct interlink_answer *answer);
    /**
     * Gives the bytes of a document (interlink_give_bytes); nothing if it is not there.
     */
    uint32_t (*document)(void *context,
                         void *reading,
                         struct interlink_bytes id,
                         struct interlink_answer *answer);
    /**
     * Gives the last snapshot of a stream at or below a version; nothing if there is none. May be NULL, together with
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
     * Gives your id of a party of this kind with this id (interlink_give_bytes); nothing if there is none, or no longer.
     */
    uint32_t (*host_id)(void *context,
                        void *reading,
                        uint32_t kind,
                        struct interlink_bytes id,
                        struct interlink_answer *answer);
    /**
     * Gives the entry that stands in a place; nothing if there is none, or no longer.
     */
    uint32_t (*entry)(void *context,
                      void *reading,
                      struct interlink_bytes place,
                      struct interlink_answer *answer);
    /**
     * Gives the entries after a place, in the order of the bytes of their places, limit at most; from the first on if
     * after is none.
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
     * Gives a number: 1 if the tag is kept for the process, otherwise 0.
     */
    uint32_t (*has_participated)(void *context,
                          void *reading,
                          struct interlink_bytes process,
                          struct interlink_bytes tag,
                          struct interlink_answer *answer);
    /**
     * Gives a number: the position of the last event in the store, 0 if there is none. Asked before nearly every answer,
     * so it should cost little.
     */
    uint32_t (*position)(void *context, struct interlink_answer *answer);
    /**
     * Appends batches in order, one at least: all of it or nothing, and durable when it returns. Gives two numbers: the
     * position of the store's last event before them, and of the last one now.
     *
     * Whether a batch may be appended is found out in the transaction that writes it. If its stream is not at the expected
     * version, or another stream of its basis not at that of the basis, or one of your ids does not mean whom the basis
     * says, or an INTERLINK_VAULT_KIND_TIE names one of your ids that means somebody already, nothing of the call is
     * written, the version that the batch's own stream is at (with the batches before it) is given as the only number, and
     * the status is INTERLINK_STORE_STATUS_CONFLICT. The library then decides the command again.
     *
     * It waits patience_ms in all for others who write; UINT64_MAX: for as long as it takes. After that nothing is written,
     * and the status is INTERLINK_STORE_STATUS_BUSY.
     */
    uint32_t (*append)(void *context,
                       const struct interlink_batch *batches,
                       size_t count,
                       uint64_t patience_ms,
                       struct interlink_answer *answer);
    /**
     * Keeps a document; one that is there already stays as it is.
     */
    uint32_t (*put_document)(void *context,
                             const struct interlink_document *document,
                             struct interlink_answer *answer);
    /**
     * Keeps a snapshot of a stream. May be NULL, together with snapshot.
     */
    uint32_t (*put_snapshot)(void *context,
                             struct interlink_bytes stream,
                             const struct interlink_snapshot *snapshot,
                             struct interlink_answer *answer);
    /**
     * Called after every erasure: leaves no byte of what was erased, also not in free pages or logs of your database.
     * Called again it does the same. It must not keep readers waiting: INTERLINK_STORE_STATUS_BUSY if somebody still
     * reads what was there before. The erasure stands, and the store does the rest by itself as soon as it can, at the
     * latest when it is next opened. NULL only where deleting is enough.
     */
    uint32_t (*scrub)(void *context, struct interlink_answer *answer);
    /**
     * Gives a number: the store's own clock, in milliseconds since 1970-01-01T00:00:00Z. With it the engine refuses
     * commands that are dated in the future (skew_ms), and finds the way back for a stream that stands there already. May be
     * NULL, for a store that has no clock; one that fails counts as none.
     */
    uint32_t (*now)(void *context, struct interlink_answer *answer);
} interlink_store;

/**
 * What a store remembers of a command that it appended.
 */
typedef struct interlink_command {
    /**
     * The number of its first event in the stream.
     */
    uint64_t first;
    /**
     * The number of its last event.
     */
    uint64_t last;
    /**
     * What tells it from another under the same id: 32 bytes.
     */
    struct interlink_bytes fingerprint;
} interlink_command;

/**
 * Opens a store for the conformance suite: fills in *store, which comes with its size set and all else zero. reopen is
 * false for an empty store, another each time; true for the last one again, which was closed before. It returns one of
 * INTERLINK_STORE_STATUS_….
 */
typedef uint32_t (*interlink_store_opener)(void *context, bool reopen, struct interlink_store *store);

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Asks whether people may do things: count questions, whose answers go to allowed, in order. Questions about one
 * process that follow each other are answered on the same state of it. Nothing is allocated that you would have to
 * free, unless there is a problem.
 *
 * On success the result is empty; a no is an answer and no problem. Somebody unknown may nothing. On any other status
 * all answers are false, and the problem's path begins with the number of the question, from 0: "/3/item".
 *
 * For the reasons of a no, send interlink_request {"check": …}.
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
 * Asks whether data of people may be processed: count questions, whose answers go to allowed, in order. What is
 * absent, unknown or no longer holds is a no.
 *
 * The first call reads everybody's consents, which takes a while; later ones take well under a microsecond each. On
 * success the result is empty. On any other status all answers are false, and the problem's path begins with the number
 * of the question, from 0.
 *
 * For the reasons of a no, send interlink_request {"consent": …}.
 *
 * What you promise:
 * As interlink_check.
 */
interlink_status interlink_check_consent(const struct interlink_engine *engine,
                                         const struct interlink_consent_question *questions,
                                         size_t count,
                                         bool *allowed,
                                         struct interlink_result *result);

/**
 * The version of the library, like "0.1.0": a text with a NUL at its end that is always there and never freed.
 */
const char *interlink_version(void);

/**
 * The version of the ABI of the library that is linked. Compare it with INTERLINK_ABI_VERSION, the one that this header
 * is of: the library's must not be lower.
 */
uint32_t interlink_abi_version(void);

/**
 * Opens the store that a URL names: "memory:", or "sqlite:PATH" with options after a question mark, joined by &:
 *
 *   mode=ro          only to read: needs no permission to write, and leaves nothing beside the file
 *   patience_ms=N    how long a call waits in all for others to let go of the file: 10,000 if not given
 *   skew_ms=N        how far ahead of this machine's clock a command may be dated: 300,000 if not given
 *
 * On success *engine is yours until you give it to interlink_close. Otherwise *engine is NULL, and the result holds the
 * problem: {"problem": …}. On success the result is empty.
 *
 * What you promise:
 * url points to url_len bytes; engine and result are as said above.
 */
interlink_status interlink_open(const char *url,
                                size_t url_len,
                                struct interlink_engine **engine,
                                struct interlink_result *result);

/**
 * Opens a store of your own: see interlink_store. The struct is copied; what its context points to has to be there
 * until close was called with it.
 *
 * On success *engine is yours until you give it to interlink_close, which calls the store's close. Otherwise *engine is
 * NULL, close is not called, and the result holds the problem.
 *
 * What you promise:
 * store points to a struct whose size says how long it is; its functions do as they are described.
 */
interlink_status interlink_open_store(const struct interlink_store *store,
                                      struct interlink_engine **engine,
                                      struct interlink_result *result);

/**
 * Closes an engine. NULL: nothing happens. No thread may use it any more, and it must not be closed twice.
 *
 * What you promise:
 * The engine was opened by this library and not closed.
 */
void interlink_close(struct interlink_engine *engine);

/**
 * Executes a command, in JSON: decides it, and appends what it leads to. Sent again under the same id, it gives the
 * same events again and changes nothing.
 *
 * The result: {"ok": {"events": […], "repeated": …, "stream": …, "version": …}, "position": N}, or {"problem": …} with
 * nothing changed. Whatever is asked of the engine from then on knows of everything up to that position.
 *
 * What you promise:
 * engine is open; command points to len bytes; result is NULL or a result.
 */
interlink_status interlink_execute(const struct interlink_engine *engine,
                                   const char *command,
                                   size_t len,
                                   struct interlink_result *result);

/**
 * Decides a command and appends nothing. The result is that which interlink_execute would give now.
 *
 * What you promise:
 * As interlink_execute.
 */
interlink_status interlink_dry_run(const struct interlink_engine *engine,
                                   const char *command,
                                   size_t len,
                                   struct interlink_result *result);

/**
 * Executes a JSON list of commands one after another, each for itself: one that is refused does not hold up the next.
 * If one is malformed, none is executed.
 *
 * The result: {"ok": {"outcomes": […]}} with {"ok": …} or {"problem": …} for each command, in order. The status is
 * INTERLINK_STATUS_OK also where commands were refused: look at each outcome.
 *
 * What you promise:
 * engine is open; commands points to len bytes; result is NULL or a result.
 */
interlink_status interlink_execute_many(const struct interlink_engine *engine,
                                        const char *commands,
                                        size_t len,
                                        struct interlink_result *result);

/**
 * Answers a request: an object with one member, whose name says what is asked. Everything can be said here but what has
 * a function of its own because it is no JSON: bundles. docs/c.md lists the requests, and docs/schema/request.json has their shapes. Some:
 *
 *   {"add_document": …}                        keep a template, a model, a notice
 *   {"tree": {"process": ID}}                  a process as it is; with "as_of": {"time": …} as it was
 *   {"check": {"actor": …, …}}                 may she, and why
 *   {"changes": {"after": N, "limit": N}}      the feed of events
 *   {"consent": {…}}                           what somebody said about her data, and what follows
 *   {"verify": {}}                             check the whole record
 *
 * An answer is as of one position of the store, whatever is appended meanwhile: {"ok": …, "position": N}. What is of no
 * position, such as the models that come with the library, names none. The result has the same bytes in every language
 * that the library is linked from.
 *
 * What you promise:
 * engine is open; request points to len bytes; result is NULL or a result.
 */
interlink_status interlink_request(const struct interlink_engine *engine,
                                   const char *request,
                                   size_t len,
                                   struct interlink_result *result);

/**
 * Writes a process as a bundle for the page of one person, by your id of her: it names her and nobody else, and tells of nobody
 * else what they want done with their data. Somebody who is not known gets nobody's name.
 *
 * The result is as that of interlink_export.
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
 * Writes a process as a bundle: its stream, those that it relies on, and the documents that they name. with_vault: also
 * who the pseudonyms are, and what was written about them.
 *
 * On success the result holds the bundle, no JSON object but lines of them: keep all its bytes. Otherwise it holds the
 * problem.
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
 * Takes a bundle in: all of it, after every hash in it was checked, or nothing. What is here already stays. What the host
 * has to say of it (where it comes from, what is at home where) goes with the request import_bundle instead.
 *
 * The result: {"ok": {"events": N, "process": ID, "streams": […], …}, "position": N}, events being how many are new here.
 *
 * What you promise:
 * engine is open; bundle points to len bytes; result is NULL or a result.
 */
interlink_status interlink_import(const struct interlink_engine *engine,
                                  const char *bundle,
                                  size_t len,
                                  struct interlink_result *result);

/**
 * Writes a copy of the store that a file holds into a new file, as it stands at one position, while others go on. It holds all
 * that the store holds, who the pseudonyms are included: keep it as you keep the store, and no longer; whoever is erased
 * afterwards is still in it.
 *
 * On success the result is empty. A path where there is something already is INTERLINK_STATUS_STORE, and so is a store that
 * is no file.
 *
 * What you promise:
 * engine is open; path points to len bytes of UTF-8; result is NULL or a result.
 */
interlink_status interlink_backup(const struct interlink_engine *engine,
                                  const char *path,
                                  size_t len,
                                  struct interlink_result *result);

/**
 * Frees what a result holds and empties it, so that freeing it again does nothing. NULL: nothing happens. Free a result
 * once in one thread; a copy of the struct is the same result.
 *
 * What you promise:
 * The result was filled in by this library or is all zero, and was not changed.
 */
void interlink_result_free(struct interlink_result *result);

/**
 * Gives a number.
 *
 * What you promise:
 * answer is the one that the function was handed.
 */
void interlink_give_number(struct interlink_answer *answer, uint64_t number);

/**
 * Gives bytes: a document, a name, a key.
 *
 * What you promise:
 * answer is the one that the function was handed; data points to len bytes.
 */
void interlink_give_bytes(struct interlink_answer *answer, const void *data, size_t len);

/**
 * Gives an event.
 *
 * What you promise:
 * answer is the one that the function was handed; event and what it points to is there.
 */
void interlink_give_event(struct interlink_answer *answer, const struct interlink_event *event);

/**
 * Gives where a stream ends: the seq and the id (32 bytes) of its last event.
 *
 * What you promise:
 * answer is the one that the function was handed; id points to what is there.
 */
void interlink_give_head(struct interlink_answer *answer, uint64_t seq, struct interlink_bytes id);

/**
 * Gives what became of a command.
 *
 * What you promise:
 * answer is the one that the function was handed; command and what it points to is there.
 */
void interlink_give_command(struct interlink_answer *answer, const struct interlink_command *command);

/**
 * Gives a snapshot.
 *
 * What you promise:
 * answer is the one that the function was handed; snapshot and what it points to is there.
 */
void interlink_give_snapshot(struct interlink_answer *answer, const struct interlink_snapshot *snapshot);

/**
 * Gives a party.
 *
 * What you promise:
 * answer is the one that the function was handed; party and what it points to is there.
 */
void interlink_give_party(struct interlink_answer *answer, const struct interlink_party *party);

/**
 * Gives an entry of the vault.
 *
 * What you promise:
 * answer is the one that the function was handed; entry and what it points to is there.
 */
void interlink_give_entry(struct interlink_answer *answer, const struct interlink_entry *entry);

/**
 * Says what went wrong, for people: the message of your database. A problem then carries it.
 *
 * What you promise:
 * answer is the one that the function was handed; message points to len bytes.
 */
void interlink_say(struct interlink_answer *answer, const char *message, size_t len);

/**
 * Puts a store of your own through every case of the conformance suite.
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
