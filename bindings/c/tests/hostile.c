/* What no caller should do, and what comes of it: a status, a code, and an engine that goes on. */
#define _GNU_SOURCE
#include "test.h"

#include <pthread.h>
#include <stdint.h>

#ifdef INTERLINK_PANIC_TEST
interlink_status interlink_panic(const interlink_engine *engine, interlink_result *result);
#endif

static interlink_engine *engine = NULL;
static interlink_result result;

static void nulls(void) {
    interlink_engine *none = (interlink_engine *)&result;
    CHECK(interlink_open(NULL, 7, &none, &result) == INTERLINK_STATUS_CALL);
    CHECK(says(&result, "call.null") && none == NULL);
    CHECK(interlink_open("memory:", 7, NULL, &result) == INTERLINK_STATUS_CALL && says(&result, "call.null"));
    CHECK(interlink_open("memory:", 7, NULL, NULL) == INTERLINK_STATUS_CALL);
    CHECK(interlink_open(NULL, 0, &none, &result) == INTERLINK_STATUS_STORE && says(&result, "store.url"));
    CHECK(interlink_open_store(NULL, &none, &result) == INTERLINK_STATUS_CALL && says(&result, "call.null"));
    CHECK(interlink_execute(NULL, FOUND, strlen(FOUND), &result) == INTERLINK_STATUS_CALL);
    CHECK(says(&result, "call.null"));
    CHECK(interlink_execute(engine, NULL, 3, &result) == INTERLINK_STATUS_CALL && says(&result, "call.null"));
    CHECK(interlink_execute(engine, NULL, 0, &result) == INTERLINK_STATUS_MALFORMED);
    CHECK(says(&result, "json.syntax"));
    CHECK(interlink_request(engine, "{", 1, NULL) == INTERLINK_STATUS_MALFORMED);
    CHECK(interlink_check(engine, NULL, 0, NULL, NULL) == INTERLINK_STATUS_OK);
    CHECK(interlink_check(engine, NULL, 1, NULL, &result) == INTERLINK_STATUS_CALL && says(&result, "call.null"));
    CHECK(interlink_conformance(NULL, NULL, &result) == INTERLINK_STATUS_CALL && says(&result, "call.null"));
    interlink_close(NULL);
    interlink_result_free(NULL);
    /* Freed twice, and never filled in. */
    interlink_result empty = {NULL, 0};
    interlink_result_free(&empty);
    CHECK(interlink_request(engine, "{\"models\":{}}", 13, &result) == INTERLINK_STATUS_OK);
    interlink_result_free(&result);
    interlink_result_free(&result);
    CHECK(result.bytes == NULL && result.len == 0);
    /* Functions of a store that are called from nowhere. */
    interlink_give_number(NULL, 1);
    interlink_give_bytes(NULL, NULL, 0);
    interlink_give_event(NULL, NULL);
    interlink_say(NULL, "x", 1);
}

/* Whether the result has this in it; it is freed. */
static int has(const char *text) {
    const int is = result.bytes != NULL && strstr(result.bytes, text) != NULL;
    interlink_result_free(&result);
    return is;
}

/* Whatever function is called, the engine answers in the language that it was told to speak. */
static void languages(void) {
    const char *speak = "{\"set_language\":{\"language\":\"lv\"}}", *english = "{\"set_language\":{}}";
    const char *none = "00000000000000000000000000000000", *latvian = "\"language\":\"lv\"";
    CHECK(interlink_request(engine, speak, strlen(speak), &result) == INTERLINK_STATUS_OK && has("\"ok\""));
    CHECK(interlink_export(engine, none, strlen(none), true, &result) != INTERLINK_STATUS_OK && has(latvian));
    CHECK(interlink_execute(engine, "{}", 2, &result) == INTERLINK_STATUS_MALFORMED && has(latvian));
    CHECK(interlink_request(engine, english, strlen(english), &result) == INTERLINK_STATUS_OK && has("\"ok\""));
    CHECK(interlink_execute(engine, "{}", 2, &result) == INTERLINK_STATUS_MALFORMED && !has(latvian));
}

static void texts(void) {
    interlink_engine *none = NULL;
    CHECK(interlink_open("mem\xff", 4, &none, &result) == INTERLINK_STATUS_CALL);
    CHECK(says(&result, "call.not_utf8"));
    CHECK(interlink_request(engine, "\"\xff\"", 3, &result) == INTERLINK_STATUS_MALFORMED);
    CHECK(says(&result, "json.not_utf8"));
    CHECK(interlink_request(engine, "{}", SIZE_MAX, &result) == INTERLINK_STATUS_CALL);
    CHECK(says(&result, "call.length"));
    CHECK(interlink_export(engine, "zz", 2, true, &result) == INTERLINK_STATUS_MALFORMED);
    CHECK(says(&result, "id.malformed"));
    CHECK(interlink_import(engine, "zz", 2, &result) == INTERLINK_STATUS_RECORD);
    CHECK(says(&result, "bundle.truncated"));
    CHECK(interlink_import(engine, "zz\nzz\n", 6, &result) == INTERLINK_STATUS_RECORD);
    CHECK(says(&result, "bundle.malformed"));
    CHECK(interlink_request(engine, "{\"a\0b\":{}}", 10, &result) == INTERLINK_STATUS_MALFORMED);
    interlink_result_free(&result);
    const char *process = "0123456789abcdef0123456789abcdef";
    CHECK(interlink_export(engine, process, 32, false, &result) == INTERLINK_STATUS_UNKNOWN);
    CHECK(says(&result, "stream.unknown"));
    CHECK(interlink_export_for(engine, process, 32, "dora", 4, &result) == INTERLINK_STATUS_UNKNOWN);
    CHECK(says(&result, "stream.unknown"));
    CHECK(interlink_export_for(engine, process, 32, "", 0, &result) == INTERLINK_STATUS_MALFORMED);
    interlink_result_free(&result);
    CHECK(interlink_export_for(engine, process, 32, NULL, 4, &result) == INTERLINK_STATUS_CALL);
    CHECK(says(&result, "call.null"));
}

static void backups(void) {
    CHECK(interlink_backup(engine, NULL, 3, &result) == INTERLINK_STATUS_CALL && says(&result, "call.null"));
    CHECK(interlink_backup(engine, "\xff", 1, &result) == INTERLINK_STATUS_CALL && says(&result, "call.not_utf8"));
    CHECK(interlink_backup(engine, "copy", 4, &result) == INTERLINK_STATUS_STORE);
    CHECK(says(&result, "store.no_backup"));
}

/* The first fault takes all answers back, and says which question it is of. */
static void questions(void) {
    const char *process = "0123456789abcdef0123456789abcdef";
    interlink_question asked[2] = {
        {as_bytes("anna"), as_bytes("task.start"), as_bytes(process), as_bytes(""), 0},
        {as_bytes("anna"), as_bytes("task.jump"), as_bytes(process), as_bytes(""), 0},
    };
    bool allowed[2] = {true, true};
    CHECK(interlink_check(engine, asked, 2, allowed, &result) == INTERLINK_STATUS_UNKNOWN);
    CHECK(strstr(result.bytes, "\"path\":\"/0\"") != NULL && says(&result, "stream.unknown"));
    CHECK(!allowed[0] && !allowed[1]);
    CHECK(interlink_check(engine, asked + 1, 1, allowed, &result) == INTERLINK_STATUS_MALFORMED);
    CHECK(strstr(result.bytes, "\"path\":\"/0/permission\"") != NULL && says(&result, "permission.unknown"));
    asked[0].at = INT64_MAX;
    CHECK(interlink_check(engine, asked, 1, allowed, &result) == INTERLINK_STATUS_MALFORMED);
    CHECK(says(&result, "time.malformed"));
    asked[0].actor.data = NULL;
    CHECK(interlink_check(engine, asked, 1, allowed, &result) == INTERLINK_STATUS_CALL);
    CHECK(says(&result, "call.null"));
    allowed[0] = true;
    CHECK(interlink_check(engine, asked, SIZE_MAX / 2, allowed, &result) == INTERLINK_STATUS_CALL);
    CHECK(says(&result, "call.length"));
    interlink_consent_question consent = {as_bytes("eva"), as_bytes(process), as_bytes("news"), 0};
    CHECK(interlink_check_consent(engine, &consent, 1, allowed, &result) == INTERLINK_STATUS_OK);
    CHECK(!allowed[0] && result.bytes == NULL);
    consent.organisation_id = as_bytes("city");
    CHECK(interlink_check_consent(engine, &consent, 1, allowed, &result) == INTERLINK_STATUS_MALFORMED);
    CHECK(says(&result, "id.malformed"));
}

static void many(void) {
    char list[2048];
    snprintf(list, sizeof list, "[%s,{\"id\":\"2\"}]", FOUND);
    CHECK(interlink_execute_many(engine, list, strlen(list), &result) == INTERLINK_STATUS_MALFORMED);
    CHECK(strstr(result.bytes, "\"path\":\"/1\"") != NULL && says(&result, "json.missing_field"));
    CHECK(interlink_request(engine, "{\"verify\":{}}", 13, &result) == INTERLINK_STATUS_OK);
    CHECK(strstr(result.bytes, "\"streams\":[]") != NULL);
    interlink_result_free(&result);
    CHECK(interlink_dry_run(engine, FOUND, strlen(FOUND), &result) == INTERLINK_STATUS_OK);
    interlink_result_free(&result);
    snprintf(list, sizeof list, "[%s,%s]", FOUND, FOUND);
    CHECK(interlink_execute_many(engine, list, strlen(list), &result) == INTERLINK_STATUS_OK);
    CHECK(strstr(result.bytes, "\"repeated\":false") != NULL && strstr(result.bytes, "\"repeated\":true") != NULL);
    interlink_result_free(&result);
}

/* On a stack of 256 KB: what is too deep is refused, and what is not is done. */
static void *deep(void *unused) {
    enum { LEVELS = 100000 };
    char *text = malloc(2 * LEVELS);
    memset(text, '[', LEVELS);
    memset(text + LEVELS, ']', LEVELS);
    CHECK(interlink_request(engine, text, 2 * LEVELS, &result) == INTERLINK_STATUS_MALFORMED);
    CHECK(says(&result, "json.too_deep"));
    CHECK(interlink_execute(engine, text, 2 * LEVELS, &result) == INTERLINK_STATUS_MALFORMED);
    CHECK(says(&result, "json.too_deep"));
    for (size_t n = 0; n + 5 <= LEVELS; n += 5) {
        memcpy(text + n, "{\"a\":", 5);
    }
    CHECK(interlink_execute_many(engine, text, LEVELS, &result) == INTERLINK_STATUS_MALFORMED);
    CHECK(says(&result, "json.too_deep"));
    text[LEVELS - 1] = '\n';
    CHECK(interlink_import(engine, text, LEVELS, &result) == INTERLINK_STATUS_RECORD);
    CHECK(says(&result, "bundle.malformed"));
    free(text);
    CHECK(interlink_execute(engine, FOUND, strlen(FOUND), &result) == INTERLINK_STATUS_OK);
    interlink_result_free(&result);
    CHECK(interlink_request(engine, "{\"verify\":{}}", 13, &result) == INTERLINK_STATUS_OK);
    interlink_result_free(&result);
    return unused;
}

static void on_a_small_stack(void) {
    pthread_t thread;
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    CHECK(pthread_attr_setstacksize(&attributes, 256 * 1024) == 0);
    CHECK(pthread_create(&thread, &attributes, deep, NULL) == 0);
    pthread_join(thread, NULL);
    pthread_attr_destroy(&attributes);
}

static void panics(void) {
#ifdef INTERLINK_PANIC_TEST
    for (int n = 0; n < 3; n++) {
        CHECK(interlink_panic(engine, &result) == INTERLINK_STATUS_PANIC && says(&result, "call.panic"));
        CHECK(interlink_panic(engine, NULL) == INTERLINK_STATUS_PANIC);
    }
    CHECK(interlink_execute(engine, FOUND, strlen(FOUND), &result) == INTERLINK_STATUS_OK);
    interlink_result_free(&result);
#endif
}

/* A store that is not all there is refused, and not closed. */
static void closed(void *context) { *(int *)context = 1; }

static void stores(void) {
    int was_closed = 0;
    interlink_engine *none = NULL;
    interlink_store store;
    memset(&store, 0, sizeof store);
    store.context = &was_closed;
    store.close = closed;
    CHECK(interlink_open_store(&store, &none, &result) == INTERLINK_STATUS_CALL && says(&result, "call.struct"));
    store.size = sizeof store;
    CHECK(interlink_open_store(&store, &none, &result) == INTERLINK_STATUS_CALL);
    CHECK(strstr(result.bytes, "no function read.") != NULL && says(&result, "call.struct") && none == NULL);
    CHECK(was_closed == 0);
}

int main(void) {
    CHECK(interlink_abi_version() >= INTERLINK_ABI_VERSION);
    CHECK(strchr(interlink_version(), '.') != NULL);
    CHECK(interlink_open("memory:", 7, &engine, NULL) == INTERLINK_STATUS_OK);
    nulls();
    languages();
    texts();
    questions();
    backups();
    many();
    on_a_small_stack();
    panics();
    stores();
    interlink_close(engine);
    return report("hostile");
}
