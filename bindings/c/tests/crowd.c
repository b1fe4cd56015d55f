/* A crowd on one file: 8 threads send commands to one stream through one engine, by clocks that differ, so that their times
 * go backwards against each other; 2 more erase people and ask, one through the same engine, one through another. Nobody is
 * refused, every answer is of one moment, and in the end every engine says the same.
 *
 * On the library's own SQLite store, or (WITH_STORE) on the one that is written in C. */
#define _GNU_SOURCE
#include "test.h"

#ifdef WITH_STORE
#include "../examples/store_sqlite.h"
#endif

#include <pthread.h>
#include <stdatomic.h>
#include <time.h>
#include <unistd.h>

enum {
    THREADS = 8,
    WATCHERS = 2,
    /* Of so many people, one is erased. */
    ERASED = 10,
    /* Every command waits for all others in the end, and machines that run tests are slow. */
    PATIENCE_MS = 120000,
};

static const char *folder = ".";
static int each = 50;
static interlink_engine *engines[WATCHERS];
static char city[128];
static atomic_int failed = 0, working = THREADS, erased = 0;

static interlink_engine *open_engine(void) {
    char place[512];
    interlink_engine *engine = NULL;
    interlink_result result;
#ifdef WITH_STORE
    interlink_store store;
    snprintf(place, sizeof place, "%s/crowd-on-a-store.sqlite", folder);
    CHECK(store_sqlite_open(place, &store) == 0);
    store.patience_ms = PATIENCE_MS;
    const interlink_status status = interlink_open_store(&store, &engine, &result);
#else
    snprintf(place, sizeof place, "sqlite:%s/crowd.sqlite?patience_ms=%d", folder, PATIENCE_MS);
    const interlink_status status = interlink_open(place, strlen(place), &engine, &result);
#endif
    CHECK(status == INTERLINK_STATUS_OK);
    interlink_result_free(&result);
    return engine;
}

/* What is wrong in a thread is counted, and checked when all have ended. */
static void expect(int holds, const char *what, const interlink_result *result) {
    if (!holds) {
        fprintf(stderr, "%s: %.2000s\n", what, result->bytes != NULL ? result->bytes : "nothing");
        atomic_fetch_add(&failed, 1);
    }
}

static void execute(interlink_engine *engine, const char *id, long ahead_ms, const char *type, const char *stream,
                    const char *data) {
    static atomic_uint number = 0;
    char text[1024], at[32];
    struct timespec now;
    struct tm parts;
    interlink_result result;
    clock_gettime(CLOCK_REALTIME, &now);
    const long millis = now.tv_nsec / 1000000 + 100000 + ahead_ms;
    const time_t seconds = now.tv_sec - 100 + millis / 1000;
    strftime(at, sizeof at, "%Y-%m-%dT%H:%M:%S", gmtime_r(&seconds, &parts));
    snprintf(text, sizeof text,
             "{\"actor\":\"anna\",\"at\":\"%s.%03ldZ\",\"data\":%s,\"entropy\":\"%032x\",\"id\":\"%s\","
             "\"stream\":\"%s\",\"type\":\"%s\"}",
             at, millis % 1000, data, atomic_fetch_add(&number, 1) + 1, id, stream, type);
    const interlink_status status = interlink_execute(engine, text, strlen(text), &result);
    expect(status == INTERLINK_STATUS_OK, text, &result);
    interlink_result_free(&result);
}

/* One adds members to the city; her clock differs from everybody's by some milliseconds, and every other command was given a
 * minute ago: however slow the machine is, others have said something since. */
static void *work(void *of) {
    const long thread = (long)of;
    char id[64], data[64];
    for (int n = 0; n < each; n++) {
        snprintf(id, sizeof id, "w-%ld-%d", thread, n);
        snprintf(data, sizeof data, "{\"person\":\"person-%ld-%d\"}", thread, n);
        execute(engines[0], id, (thread * 7 + n * 3) % 40 - 20 - n % 2 * 60000, "member.add", city, data);
    }
    atomic_fetch_sub(&working, 1);
    return NULL;
}

/* The number behind the last member of that name. */
static long last_number(const char *answer, const char *name) {
    char wanted[32];
    const char *found = answer;
    snprintf(wanted, sizeof wanted, "\"%s\":", name);
    long number = -1;
    while ((found = strstr(found, wanted)) != NULL) {
        found += strlen(wanted);
        number = atol(found);
    }
    return number;
}

static int how_often(const char *answer, const char *text) {
    int count = 0;
    while ((answer = strstr(answer, text)) != NULL) {
        answer += strlen(text);
        count++;
    }
    return count;
}

/* Every event up to the position that an answer names is in it, and none later. */
static void is_of_one_moment(interlink_engine *engine) {
    const char *verify = "{\"verify\":{}}", *changes = "{\"changes\":{\"limit\":1000}}";
    interlink_result result;
    int holds = interlink_request(engine, verify, strlen(verify), &result) == INTERLINK_STATUS_OK &&
                last_number(result.bytes, "events") == last_number(result.bytes, "position");
    expect(holds, verify, &result);
    interlink_result_free(&result);
    holds = interlink_request(engine, changes, strlen(changes), &result) == INTERLINK_STATUS_OK &&
            how_often(result.bytes, "\"command\":") == last_number(result.bytes, "position");
    expect(holds, changes, &result);
    interlink_result_free(&result);
}

/* The stream of somebody, if she is known. */
static int stream_of(interlink_engine *engine, long thread, int n, char stream[64]) {
    char text[96];
    interlink_result result;
    snprintf(text, sizeof text, "{\"party\":{\"host_id\":\"person-%ld-%d\"}}", thread, n);
    expect(interlink_request(engine, text, strlen(text), &result) == INTERLINK_STATUS_OK, text, &result);
    const char *found = strstr(result.bytes, "\"person_id\":\"");
    if (found != NULL) {
        snprintf(stream, 64, "person/%.32s", found + strlen("\"person\":\""));
    }
    interlink_result_free(&result);
    return found != NULL;
}

/* Erases people as soon as they are there, and asks. */
static void *watch(void *of) {
    const long watcher = (long)of;
    interlink_engine *engine = engines[watcher];
    char id[64], stream[64];
    for (int n = 0; n < each; n += ERASED) {
        for (long thread = watcher; thread < THREADS; thread += WATCHERS) {
            int known;
            do {
                is_of_one_moment(engine);
                const int was_working = atomic_load(&working) > 0;
                known = stream_of(engine, thread, n, stream);
                if (!known && !was_working) {
                    atomic_fetch_add(&failed, 1);
                    return NULL;
                }
            } while (!known);
            snprintf(id, sizeof id, "e-%ld-%d", thread, n);
            execute(engine, id, 0, "person.erase", stream, "{\"acting_for\":\"city\",\"reason\":\"She asked for it.\"}");
            atomic_fetch_add(&erased, 1);
        }
    }
    return NULL;
}

static void found_the_city(void) {
    interlink_result result;
    CHECK(interlink_execute(engines[0], FOUND, strlen(FOUND), &result) == INTERLINK_STATUS_OK);
    const char *found = strstr(result.bytes, "\"stream\":\"organisation/");
    CHECK(found != NULL);
    snprintf(city, sizeof city, "%.45s", found != NULL ? found + strlen("\"stream\":\"") : "");
    interlink_result_free(&result);
}

static void run(void) {
    pthread_t running[THREADS + WATCHERS];
    for (long n = 0; n < THREADS + WATCHERS; n++) {
        void *(*does)(void *) = n < THREADS ? work : watch;
        CHECK(pthread_create(&running[n], NULL, does, (void *)(n < THREADS ? n : n - THREADS)) == 0);
    }
    for (int n = 0; n < THREADS + WATCHERS; n++) {
        pthread_join(running[n], NULL);
    }
    CHECK(atomic_load(&failed) == 0);
}

/* All engines give the same bytes. */
static void say_the_same(interlink_engine *one, interlink_engine *other, const char *request) {
    interlink_result first, second;
    CHECK(interlink_request(one, request, strlen(request), &first) == INTERLINK_STATUS_OK);
    CHECK(interlink_request(other, request, strlen(request), &second) == INTERLINK_STATUS_OK);
    CHECK(first.len == second.len && memcmp(first.bytes, second.bytes, first.len) == 0);
    interlink_result_free(&first);
    interlink_result_free(&second);
}

static void agree(interlink_engine *late) {
    char organisation[96], stream[64];
    interlink_result result;
    const long events = 1 + THREADS * each + atomic_load(&erased);
    const char *verify = "{\"verify\":{}}";
    CHECK(atomic_load(&erased) == THREADS * ((each + ERASED - 1) / ERASED));
    CHECK(interlink_request(late, verify, strlen(verify), &result) == INTERLINK_STATUS_OK);
    CHECK(last_number(result.bytes, "events") == events && last_number(result.bytes, "position") == events);
    interlink_result_free(&result);
    /* Some were dated before what had happened already. */
    const char *changes = "{\"changes\":{\"limit\":1000}}";
    CHECK(interlink_request(late, changes, strlen(changes), &result) == INTERLINK_STATUS_OK);
    CHECK(how_often(result.bytes, "\"made_at\":") > each);
    interlink_result_free(&result);
    snprintf(organisation, sizeof organisation, "{\"organisation\":{\"organisation_id\":\"%.32s\"}}",
             city + strlen("organisation/"));
    for (int n = 0; n < WATCHERS; n++) {
        is_of_one_moment(engines[n]);
        say_the_same(late, engines[n], verify);
        say_the_same(late, engines[n], changes);
        say_the_same(late, engines[n], organisation);
        CHECK(!stream_of(engines[n], 0, 0, stream) && stream_of(engines[n], 0, 1, stream));
    }
    CHECK(atomic_load(&failed) == 0);
}

int main(int count, char **arguments) {
    folder = count > 1 ? arguments[1] : folder;
    each = count > 2 ? atoi(arguments[2]) : each;
    for (int n = 0; n < WATCHERS; n++) {
        engines[n] = open_engine();
    }
    found_the_city();
    run();
    interlink_engine *late = open_engine();
    agree(late);
    interlink_close(late);
    for (int n = 0; n < WATCHERS; n++) {
        interlink_close(engines[n]);
    }
    return report("crowd");
}
