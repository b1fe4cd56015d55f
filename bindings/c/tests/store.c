/* The public conformance suite on the worked example, and on those that are broken; what a store says reaches whoever asked;
 * every reading that was opened is closed. */
#include "test.h"

#include "../examples/store_sqlite.h"

#include <sqlite3.h>
#include <stdatomic.h>

typedef struct {
    const char *folder;
    const char *name;
    /* Breaks a store that was opened; NULL for one that stays whole. */
    void (*breaks)(interlink_store *store);
    int count;
} Place;

/* The example's own functions, for those that are put before them. */
static interlink_store whole;

/* Says that it appended, and did not. */
static uint32_t forget(void *context, const interlink_batch *batches, size_t count, uint64_t patience_ms,
                       interlink_answer *answer) {
    (void)context;
    (void)batches;
    (void)patience_ms;
    interlink_give_number(answer, 0);
    interlink_give_number(answer, count);
    return INTERLINK_STORE_STATUS_OK;
}

static void forgetful(interlink_store *store) { store->append = forget; }

/* Does not look at what else a batch was decided on. */
static uint32_t append_blindly(void *context, const interlink_batch *batches, size_t count, uint64_t patience_ms,
                               interlink_answer *answer) {
    interlink_batch blind[8];
    for (size_t n = 0; n < count && n < 8; n++) {
        blind[n] = batches[n];
        blind[n].basis_stream_count = 0;
        blind[n].basis_party_count = 0;
    }
    return whole.append(context, blind, count, patience_ms, answer);
}

static void careless(interlink_store *store) { store->append = append_blindly; }

/* Its readings are connections of the example without their transaction: each look sees a later state. */
static uint32_t read_on(void *context, void **reading, interlink_answer *answer) {
    const uint32_t status = whole.read(context, reading, answer);
    if (status == INTERLINK_STORE_STATUS_OK) {
        sqlite3_exec(*reading, "COMMIT", NULL, NULL, NULL);
    }
    return status;
}

static void restless(interlink_store *store) { store->read = read_on; }

/* The file of the last store that was opened there. */
static char *path_of(const Place *place) {
    static char path[512];
    snprintf(path, sizeof path, "%s/store-%s-%d.sqlite", place->folder, place->name, place->count);
    return path;
}

static uint32_t open_in(void *context, bool reopen, interlink_store *store) {
    Place *place = context;
    place->count += reopen ? 0 : 1;
    const char *path = path_of(place);
    if (store_sqlite_open(path, store) != 0) {
        return INTERLINK_STORE_STATUS_FAILED;
    }
    whole = *store;
    if (place->breaks != NULL) {
        place->breaks(store);
    }
    return INTERLINK_STORE_STATUS_OK;
}

static uint32_t cannot(void *context, bool reopen, interlink_store *store) {
    (void)context;
    (void)reopen;
    (void)store;
    return INTERLINK_STORE_STATUS_FAILED;
}

static void conforms(const char *folder) {
    Place place = {folder, "whole", NULL, 0};
    interlink_result result;
    CHECK(interlink_conformance(open_in, &place, &result) == INTERLINK_STATUS_OK);
    CHECK(result.bytes != NULL && strstr(result.bytes, "what was acknowledged is there after reopening") != NULL);
    puts(result.bytes != NULL ? result.bytes : "nothing");
    interlink_result_free(&result);
}

/* The suite finds each fault, and says in which case. */
static void finds_faults(const char *folder) {
    const struct {
        Place place;
        const char *found;
    } faults[] = {
        {{folder, "forgetful", forgetful, 0}, "a batch is there as a whole"},
        {{folder, "careless", careless, 0}, "a batch that rests on what is no longer so is refused"},
        {{folder, "restless", restless, 0}, "a reading stays where it is"},
    };
    interlink_result result;
    for (size_t n = 0; n < sizeof faults / sizeof faults[0]; n++) {
        Place place = faults[n].place;
        CHECK(interlink_conformance(open_in, &place, &result) == INTERLINK_STATUS_STORE);
        CHECK(result.bytes != NULL && strstr(result.bytes, faults[n].found) != NULL);
        CHECK(says(&result, "store.nonconformant"));
    }
    CHECK(interlink_conformance(cannot, NULL, &result) == INTERLINK_STATUS_STORE);
    CHECK(says(&result, "store.nonconformant"));
}

static uint32_t fails(void *context, void **reading, interlink_answer *answer) {
    (void)context;
    (void)reading;
    interlink_say(answer, "the disk is gone", 16);
    return INTERLINK_STORE_STATUS_FAILED;
}

static uint32_t nonsense(void *context, void *reading, interlink_bytes stream, interlink_answer *answer) {
    const interlink_bytes shorter = {"abc", 3};
    (void)context;
    (void)reading;
    (void)stream;
    interlink_give_head(answer, 1, shorter);
    return INTERLINK_STORE_STATUS_OK;
}

/* Opens, and does not say where; or says what cannot be. */
static uint32_t read_nowhere(void *context, void **reading, interlink_answer *answer) {
    (void)answer;
    return whole.read(context, reading, NULL);
}

static uint32_t read_wrongly(void *context, void **reading, interlink_answer *answer) {
    interlink_give_event(answer, NULL);
    return whole.read(context, reading, answer);
}

static atomic_int opened = 0, ended = 0;
static uint32_t (*counted)(void *, void **, interlink_answer *) = NULL;

static uint32_t count_read(void *context, void **reading, interlink_answer *answer) {
    const uint32_t status = counted(context, reading, answer);
    atomic_fetch_add(&opened, status == INTERLINK_STORE_STATUS_OK);
    return status;
}

static void count_end(void *context, void *reading) {
    atomic_fetch_add(&ended, 1);
    whole.end_read(context, reading);
}

static interlink_engine *engine_on(Place *place, uint32_t (*read)(void *, void **, interlink_answer *)) {
    interlink_engine *engine = NULL;
    interlink_store store;
    CHECK(open_in(place, false, &store) == 0);
    counted = read != NULL ? read : whole.read;
    store.read = count_read;
    store.end_read = count_end;
    CHECK(interlink_open_store(&store, &engine, NULL) == INTERLINK_STATUS_OK);
    return engine;
}

/* What a store says reaches whoever asked. */
static void says_why(const char *folder) {
    Place place = {folder, "said", NULL, 0};
    interlink_store store;
    interlink_result result;
    interlink_engine *engine = engine_on(&place, fails);
    CHECK(interlink_execute(engine, FOUND, strlen(FOUND), &result) == INTERLINK_STATUS_STORE);
    CHECK(strstr(result.bytes, "the disk is gone") != NULL && says(&result, "store.failed"));
    interlink_close(engine);
    CHECK(open_in(&place, false, &store) == 0);
    store.head = nonsense;
    CHECK(interlink_open_store(&store, &engine, &result) == INTERLINK_STATUS_OK);
    const char *verify = "{\"verify\":{\"stream\":\"process/0123456789abcdef0123456789abcdef\"}}";
    CHECK(interlink_request(engine, verify, strlen(verify), &result) == INTERLINK_STATUS_STORE);
    CHECK(strstr(result.bytes, "id has 3 bytes instead of 32") != NULL && says(&result, "store.inconsistent"));
    interlink_close(engine);
}

/* As many readings end as were opened, also where the host gave what cannot be. */
static void ends_what_it_opens(const char *folder) {
    Place place = {folder, "ended", NULL, 0};
    interlink_result result;
    uint32_t (*const broken[])(void *, void **, interlink_answer *) = {read_nowhere, read_wrongly};
    for (size_t n = 0; n < 2; n++) {
        interlink_engine *engine = engine_on(&place, broken[n]);
        CHECK(interlink_execute(engine, FOUND, strlen(FOUND), &result) == INTERLINK_STATUS_STORE);
        CHECK(says(&result, "store.inconsistent"));
        interlink_close(engine);
    }
    interlink_engine *engine = engine_on(&place, NULL);
    const char *requests[] = {"{\"verify\":{}}", "{\"changes\":{\"limit\":10}}", "{\"tree\":1}"};
    CHECK(interlink_execute(engine, FOUND, strlen(FOUND), &result) == INTERLINK_STATUS_OK);
    interlink_result_free(&result);
    for (size_t n = 0; n < 3; n++) {
        interlink_request(engine, requests[n], strlen(requests[n]), NULL);
    }
    interlink_close(engine);
    CHECK(atomic_load(&opened) > 3 && atomic_load(&opened) == atomic_load(&ended));
}

/* By the store's clock, a command from the future is refused. */
static void has_a_clock(const char *folder) {
    Place place = {folder, "clock", NULL, 0};
    interlink_engine *engine = NULL;
    interlink_store store;
    interlink_result result;
    char later[sizeof FOUND];
    strcpy(later, FOUND);
    memcpy(strstr(later, "2026"), "9026", 4);
    CHECK(open_in(&place, false, &store) == 0);
    CHECK(interlink_open_store(&store, &engine, NULL) == INTERLINK_STATUS_OK);
    CHECK(interlink_execute(engine, later, strlen(later), &result) == INTERLINK_STATUS_REFUSED);
    CHECK(says(&result, "time.ahead"));
    interlink_close(engine);
    CHECK(open_in(&place, false, &store) == 0);
    store.now = NULL;
    CHECK(interlink_open_store(&store, &engine, NULL) == INTERLINK_STATUS_OK);
    CHECK(interlink_execute(engine, later, strlen(later), NULL) == INTERLINK_STATUS_OK);
    interlink_close(engine);
}

/* While another program writes, a command waits for as long as the store has patience, and is not done then. */
static void has_patience(const char *folder) {
    Place place = {folder, "patience", NULL, 0};
    interlink_engine *engine = NULL;
    interlink_store store;
    interlink_result result;
    sqlite3 *other = NULL;
    CHECK(open_in(&place, false, &store) == 0);
    store.patience_ms = 100;
    CHECK(interlink_open_store(&store, &engine, NULL) == INTERLINK_STATUS_OK);
    CHECK(sqlite3_open(path_of(&place), &other) == SQLITE_OK);
    CHECK(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK);
    CHECK(interlink_execute(engine, FOUND, strlen(FOUND), &result) == INTERLINK_STATUS_STORE);
    CHECK(says(&result, "store.busy"));
    /* Who asks does not wait for who writes. */
    CHECK(interlink_request(engine, "{\"verify\":{}}", 13, NULL) == INTERLINK_STATUS_OK);
    sqlite3_close(other);
    CHECK(interlink_execute(engine, FOUND, strlen(FOUND), NULL) == INTERLINK_STATUS_OK);
    interlink_close(engine);
}

int main(int count, char **arguments) {
    const char *folder = count > 1 ? arguments[1] : ".";
    conforms(folder);
    finds_faults(folder);
    says_why(folder);
    ends_what_it_opens(folder);
    has_a_clock(folder);
    has_patience(folder);
    return report("store");
}
