/* The code of docs/c.md, as it stands there: `cargo xtask c-test` takes it out and compiles it here.
 *
 * COMMAND is the command that the page shows, whose id of a governance model it shortens; REQUESTS are the requests; and
 * docs_call.inc is what it shows to be in a call, with an `engine` and a `command`. */
#include <interlink.h>
#include <stdio.h>
#include <string.h>

#include "docs_shown.h"

static int failures = 0;

static void call(const interlink_engine *engine, const char *command) {
#include "docs_call.inc"
    if (status != INTERLINK_STATUS_OK) {
        fprintf(stderr, "docs/c.md: what it shows has status %u: %s\n", (unsigned)status, command);
        failures++;
    }
}

/* What is asked has an answer, which is left in `answer`. */
static void request(const interlink_engine *engine, const char *asked, interlink_result *answer) {
    if (interlink_request(engine, asked, strlen(asked), answer) != INTERLINK_STATUS_OK) {
        fprintf(stderr, "docs/c.md: %s: %s\n", asked, answer->bytes != NULL ? answer->bytes : "no word");
        failures++;
    }
}

/* Writes the command out, with the whole id of the model that it shortens. */
static void whole(const interlink_engine *engine, char *text, size_t room) {
    const char *cut = strstr(COMMAND, CUT);
    char begun[32], model[65] = "";
    interlink_result models = {NULL, 0};
    request(engine, "{\"models\":{}}", &models);
    const size_t known = cut == NULL ? 0 : strspn(cut, "0123456789abcdef");
    snprintf(begun, sizeof begun, "\"document\":\"%.*s", (int)known, cut == NULL ? "" : cut);
    const char *found = models.bytes != NULL && known > 0 ? strstr(models.bytes, begun) : NULL;
    if (found == NULL) {
        fprintf(stderr, "docs/c.md: no governance model that is shipped begins as the one that it shows\n");
        failures++;
    } else {
        snprintf(model, sizeof model, "%.64s", found + strlen("\"document\":\""));
        snprintf(text, room, "%.*s%s%s", (int)(cut - COMMAND), COMMAND, model, cut + strlen(CUT));
    }
    interlink_result_free(&models);
}

int main(void) {
    static const char *const FOUNDING =
        "{\"id\":\"f-1\",\"at\":\"2026-03-02T08:00:00.000Z\",\"actor\":\"anna@city.example\","
        "\"entropy\":\"000000000000000000000000000000aa\",\"type\":\"organisation.register\",\"data\":{"
        "\"organisation\":\"city\",\"name\":{\"en\":\"The City\"},\"kind\":\"public_administration\",\"team_creation\":\"members\"}}";
    static char command[4096];
    static const char *const requests[] = REQUESTS;
    interlink_engine *engine = NULL;
    interlink_result answer = {NULL, 0};
    if (interlink_open("memory:", 7, &engine, &answer) != INTERLINK_STATUS_OK) {
        return 1;
    }
    interlink_result_free(&answer);
    call(engine, FOUNDING);
    whole(engine, command, sizeof command);
    call(engine, command);
    for (size_t n = 0; n < sizeof requests / sizeof *requests; n++) {
        request(engine, requests[n], &answer);
        interlink_result_free(&answer);
    }
    interlink_close(engine);
    return failures == 0 ? 0 : 1;
}
