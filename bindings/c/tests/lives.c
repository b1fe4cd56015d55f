/* 8 threads on one engine, and many engines one after another in memory that does not grow. */
#define _GNU_SOURCE
#include "test.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

enum { THREADS = 8, EACH = 50 };

static interlink_engine *shared = NULL;
static atomic_int refused = 0;

static void *work(void *of) {
    const long thread = (long)of;
    char text[512];
    interlink_result result;
    for (int n = 0; n < EACH; n++) {
        snprintf(text, sizeof text,
                 "{\"actor\":\"person-%ld\",\"at\":\"2026-03-02T09:00:00.000Z\","
                 "\"entropy\":\"%016lx%016x\",\"id\":\"%ld-%d\",\"type\":\"organisation.register\",\"data\":"
                 "{\"organisation\":\"city-%ld-%d\",\"name\":{\"en\":\"City\"},\"kind\":\"citizen\","
                 "\"team_creation\":\"anyone\"}}",
                 thread, (unsigned long)thread + 1, (unsigned)n, thread, n, thread, n);
        if (interlink_execute(shared, text, strlen(text), &result) != INTERLINK_STATUS_OK) {
            fprintf(stderr, "%s\n", result.bytes);
            atomic_fetch_add(&refused, 1);
        }
        interlink_result_free(&result);
        const interlink_consent_question question = {
            as_bytes("person-1"), as_bytes("0123456789abcdef0123456789abcdef"), as_bytes("news"), 0};
        bool allowed = true;
        if (interlink_check_consent(shared, &question, 1, &allowed, NULL) != INTERLINK_STATUS_OK || allowed) {
            atomic_fetch_add(&refused, 1);
        }
    }
    return NULL;
}

static void threads(void) {
    pthread_t running[THREADS];
    interlink_result result;
    char wanted[32];
    CHECK(interlink_open("memory:", 7, &shared, NULL) == INTERLINK_STATUS_OK);
    for (long n = 0; n < THREADS; n++) {
        CHECK(pthread_create(&running[n], NULL, work, (void *)n) == 0);
    }
    for (int n = 0; n < THREADS; n++) {
        pthread_join(running[n], NULL);
    }
    CHECK(atomic_load(&refused) == 0);
    CHECK(interlink_request(shared, "{\"verify\":{}}", 13, &result) == INTERLINK_STATUS_OK);
    snprintf(wanted, sizeof wanted, "\"events\":%d", THREADS * EACH);
    CHECK(strstr(result.bytes, wanted) != NULL);
    interlink_result_free(&result);
    interlink_close(shared);
}

static long resident(void) {
    long pages = 0, all = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file == NULL || fscanf(file, "%ld %ld", &all, &pages) != 2) {
        pages = 0;
    }
    if (file != NULL) {
        fclose(file);
    }
    return pages * sysconf(_SC_PAGESIZE) / 1024;
}

/* Opens, uses and closes an engine, also wrongly. */
static void live(void) {
    interlink_engine *engine = NULL;
    interlink_result result;
    if (interlink_open("memory:", 7, &engine, &result) != INTERLINK_STATUS_OK ||
        interlink_execute(engine, FOUND, strlen(FOUND), &result) != INTERLINK_STATUS_OK) {
        CHECK(!"an engine lives");
    }
    interlink_result_free(&result);
    interlink_request(engine, "{\"tree\":1}", 10, &result);
    interlink_result_free(&result);
    interlink_close(engine);
}

int main(int count, char **arguments) {
    const int lives = count > 1 ? atoi(arguments[1]) : 50000;
    threads();
    for (int n = 0; n < lives / 50; n++) {
        live();
    }
    const long before = resident();
    for (int n = 0; n < lives; n++) {
        live();
    }
    const long after = resident();
    printf("%d engines: %ld KB before, %ld KB after\n", lives, before, after);
    /* One byte lost in each life would be 49 KB of 50,000. */
    CHECK(lives < 50000 || after - before < 1024);
    return report("lives");
}
