/* What every test uses. A check that fails is printed and counted; a program that failed one ends with 1. */
#ifndef TEST_H
#define TEST_H

#include <interlink.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int checks_made = 0, checks_failed = 0;

#define CHECK(holds)                                                                                                 \
    do {                                                                                                             \
        checks_made++;                                                                                               \
        if (!(holds)) {                                                                                              \
            checks_failed++;                                                                                         \
            fprintf(stderr, "%s:%d: %s does not hold\n", __FILE__, __LINE__, #holds);                                \
        }                                                                                                            \
    } while (0)

static inline int report(const char *name) {
    printf("%s: %d checks, %d failed\n", name, checks_made, checks_failed);
    return checks_failed == 0 && checks_made > 0 ? 0 : 1;
}

/* Whether a result holds a problem with this code; frees it. */
static inline int says(interlink_result *result, const char *code) {
    char wanted[96];
    snprintf(wanted, sizeof wanted, "{\"problem\":{\"code\":\"%s\",", code);
    const int is = result->bytes != NULL && strncmp(result->bytes, wanted, strlen(wanted)) == 0 &&
                   result->bytes[result->len] == '\0' && strlen(result->bytes) == result->len;
    if (!is) {
        fprintf(stderr, "%s is not %s\n", result->bytes != NULL ? result->bytes : "nothing", code);
    }
    interlink_result_free(result);
    return is;
}

static inline interlink_bytes as_bytes(const char *text) {
    const interlink_bytes bytes = {text, strlen(text)};
    return bytes;
}

static const char FOUND[] =
    "{\"actor\":\"anna\",\"at\":\"2026-03-02T09:00:00.000Z\",\"entropy\":\"8d1f0c5e6a7b49d2b3e4f5a697887766\","
    "\"id\":\"1\",\"type\":\"organisation.register\",\"data\":{\"organisation\":\"city\",\"name\":{\"en\":\"The City\"},"
    "\"kind\":\"public_administration\",\"team_creation\":\"members\"}}";

#endif
