/* The public conformance suite on the worked example, and on one that is broken; then a life of an engine on it. */
#include "test.h"

#include "../examples/store_sqlite.h"

typedef struct {
    const char *folder;
    int count;
    int broken;
} Place;


/* Says that it appended, and did not. */
static uint32_t forget(void *context, const interlink_batch *batches, size_t count, interlink_answer *answer) {
    (void)context;
    (void)batches;
    interlink_give_number(answer, 0);
    interlink_give_number(answer, count);
    return INTERLINK_STORE_STATUS_OK;
}

static uint32_t open_in(void *context, bool reopen, interlink_store *store) {
    Place *place = context;
    char path[512];
    place->count += reopen ? 0 : 1;
    snprintf(path, sizeof path, "%s/store-%d-%d.sqlite", place->folder, place->broken, place->count);
    if (store_sqlite_open(path, store) != 0) {
        return INTERLINK_STORE_STATUS_FAILED;
    }
    if (place->broken) {
        store->append = forget;
    }
    return INTERLINK_STORE_STATUS_OK;
}

static uint32_t cannot(void *context, bool reopen, interlink_store *store) {
    (void)context;
    (void)reopen;
    (void)store;
    return INTERLINK_STORE_STATUS_FAILED;
}

static uint32_t fails(void *context, interlink_answer *answer) {
    (void)context;
    interlink_say(answer, "the disk is gone", 16);
    return INTERLINK_STORE_STATUS_FAILED;
}

static uint32_t nonsense(void *context, interlink_bytes stream, interlink_answer *answer) {
    const interlink_bytes shorter = {"abc", 3};
    (void)context;
    (void)stream;
    interlink_give_head(answer, 1, shorter);
    return INTERLINK_STORE_STATUS_OK;
}

/* What a store says reaches whoever asked. */
static void says_why(const char *folder) {
    Place place = {folder, 100, 0};
    interlink_engine *engine = NULL;
    interlink_store store;
    interlink_result result;
    CHECK(open_in(&place, false, &store) == 0);
    store.position = fails;
    CHECK(interlink_open_store(&store, &engine, &result) == INTERLINK_STATUS_OK);
    CHECK(interlink_execute(engine, FOUND, strlen(FOUND), &result) == INTERLINK_STATUS_STORE);
    CHECK(strstr(result.bytes, "the disk is gone") != NULL && says(&result, "store.failed"));
    interlink_close(engine);
    CHECK(open_in(&place, false, &store) == 0);
    store.head = nonsense;
    CHECK(interlink_open_store(&store, &engine, &result) == INTERLINK_STATUS_OK);
    const char *verify = "{\"verify\":{\"stream\":\"process/0123456789abcdef0123456789abcdef\"}}";
    CHECK(interlink_request(engine, verify, strlen(verify), &result) == INTERLINK_STATUS_STORE);
    CHECK(strstr(result.bytes, "id has 3 bytes and not 32") != NULL && says(&result, "store.inconsistent"));
    interlink_close(engine);
}

int main(int count, char **arguments) {
    Place whole = {count > 1 ? arguments[1] : ".", 0, 0}, broken = {whole.folder, 0, 1};
    interlink_result result;
    CHECK(interlink_conformance(open_in, &whole, &result) == INTERLINK_STATUS_OK);
    CHECK(result.bytes != NULL && strstr(result.bytes, "what was acknowledged is there after reopening") != NULL);
    puts(result.bytes != NULL ? result.bytes : "nothing");
    interlink_result_free(&result);
    CHECK(interlink_conformance(open_in, &broken, &result) == INTERLINK_STATUS_STORE);
    CHECK(says(&result, "store.nonconformant"));
    CHECK(interlink_conformance(cannot, NULL, &result) == INTERLINK_STATUS_STORE);
    CHECK(says(&result, "store.nonconformant"));
    says_why(whole.folder);
    return report("store");
}
