/* Every conversation in docs/vectors, byte for byte: on the library's own memory store, or (WITH_STORE) on a store whose
 * every function is C, with its files in the folder that is named first. */
#define _GNU_SOURCE
#include "test.h"

#ifdef WITH_STORE
#include "../examples/store_sqlite.h"
#endif

static interlink_engine *fresh(const char *folder, int nth) {
    interlink_engine *engine = NULL;
    interlink_result result;
#ifdef WITH_STORE
    char path[512];
    interlink_store store;
    snprintf(path, sizeof path, "%s/vectors-%d.sqlite", folder, nth);
    CHECK(store_sqlite_open(path, &store) == 0);
    /* The conversations are of any time, as they are in memory. */
    store.now = NULL;
    CHECK(interlink_open_store(&store, &engine, &result) == INTERLINK_STATUS_OK);
#else
    (void)folder;
    (void)nth;
    CHECK(interlink_open("memory:", 7, &engine, &result) == INTERLINK_STATUS_OK);
#endif
    CHECK(result.bytes == NULL && result.len == 0);
    return engine;
}

static int replay(const char *folder, int nth, const char *path) {
    FILE *file = fopen(path, "rb");
    char *line = NULL;
    size_t room = 0, answers = 0;
    ssize_t length;
    interlink_result result = {NULL, 0};
    interlink_status status = INTERLINK_STATUS_OK;
    if (file == NULL) {
        perror(path);
        return 0;
    }
    interlink_engine *engine = fresh(folder, nth);
    while ((length = getline(&line, &room, file)) > 0) {
        size_t len = (size_t)length - (line[length - 1] == '\n');
        if (len >= 2 && line[0] == '>') {
            status = interlink_request(engine, line + 2, len - 2, &result);
        } else if (len >= 2 && line[0] == '<') {
            const int same = result.len == len - 2 && memcmp(result.bytes, line + 2, len - 2) == 0;
            CHECK(same);
            if (!same) {
                fprintf(stderr, "%s: expected %.*s\n but found %s\n", path, (int)len, line, result.bytes);
            }
            CHECK((status == INTERLINK_STATUS_OK) == (strncmp(result.bytes, "{\"ok\":", 6) == 0));
            interlink_result_free(&result);
            answers++;
        }
    }
    interlink_close(engine);
    free(line);
    fclose(file);
    CHECK(answers > 0);
    return 1;
}

int main(int count, char **arguments) {
    const char *folder = count > 1 ? arguments[1] : ".";
    int read = 0;
    for (int n = 2; n < count; n++) {
        read += replay(folder, n, arguments[n]);
    }
    CHECK(read == count - 2 && read >= 13);
    return report("vectors");
}
