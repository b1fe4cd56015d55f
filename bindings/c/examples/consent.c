/* Consent alone, through the C interface: a city tells people what it does with their data, and a citizen decides.
 *
 *     cc consent.c $(pkg-config --cflags --libs interlink) -o consent && ./consent ../../../examples/src/notice.json
 *
 * It needs no process, so it runs with a library that has none (`cargo xtask c-install --features consent`) as with the
 * whole one. Times and random bytes are fixed here; your software takes them from its clock and from the system.
 *
 * Answers are JSON. A program of yours has a JSON library; to need nothing else, this one looks for members by name. */
#include <interlink.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void expect(interlink_status status, const interlink_result *answer) {
    if (status != INTERLINK_STATUS_OK) {
        fprintf(stderr, "status %u: %s\n", (unsigned)status, answer->bytes != NULL ? answer->bytes : "no word");
        exit(1);
    }
}

/* Copies the text of the first member of that name in the answer. */
static void member(const interlink_result *answer, const char *name, char *text, size_t room) {
    char wanted[64];
    const char *found;
    snprintf(wanted, sizeof wanted, "\"%s\":\"", name);
    found = strstr(answer->bytes, wanted);
    text[0] = '\0';
    if (found != NULL) {
        found += strlen(wanted);
        snprintf(text, room, "%.*s", (int)strcspn(found, "\""), found);
    }
}

/* Sends a command; the envelope is added here. */
static void act(interlink_engine *engine, interlink_result *answer, const char *actor, const char *type,
                const char *stream, const char *data) {
    static int number = 0;
    char text[2048];
    number += 1;
    snprintf(text, sizeof text,
             "{\"id\":\"%d\",\"at\":\"2026-03-02T09:%02d:00.000Z\",\"actor\":\"%s\","
             "\"entropy\":\"8d1f0c5e6a7b49d2b3e4f5a6978877%02d\",\"type\":\"%s\",\"data\":%s%s%s%s}",
             number, number, actor, number + 10, type, data, stream != NULL ? ",\"stream\":\"" : "",
             stream != NULL ? stream : "", stream != NULL ? "\"" : "");
    interlink_result_free(answer);
    expect(interlink_execute(engine, text, strlen(text), answer), answer);
}

static char *file(const char *path) {
    FILE *opened = fopen(path, "rb");
    char *text = calloc(1, 65536);
    if (opened == NULL || text == NULL || fread(text, 1, 65535, opened) == 0) {
        fprintf(stderr, "%s cannot be read\n", path);
        exit(1);
    }
    fclose(opened);
    return text;
}

static interlink_bytes bytes(const char *text) {
    interlink_bytes of = {text, strlen(text)};
    return of;
}

/* May the city write to Dora? */
static void may(interlink_engine *engine, interlink_result *answer, const char *city) {
    /* At 10:00 on that day, UTC. */
    interlink_consent_question question = {bytes("dora"), bytes(city), bytes("keep-in-touch"), 1772445600000};
    bool allowed = false;
    interlink_result_free(answer);
    expect(interlink_check_consent(engine, &question, 1, &allowed, answer), answer);
    printf("may the city write to Dora? %s\n", allowed ? "yes" : "no");
}

int main(int count, char **words) {
    interlink_engine *engine = NULL;
    interlink_result answer = {NULL, 0};
    char stream[128], city[64], notice[128], data[512], *text;
    char *request = calloc(1, 70000);
    if (count != 2 || request == NULL) {
        fprintf(stderr, "usage: consent NOTICE.json\n");
        return 2;
    }
    expect(interlink_open("memory:", 7, &engine, &answer), &answer);
    act(engine, &answer, "anna", "organisation.register", NULL,
        "{\"organisation\":\"city\",\"name\":{\"en\":\"City of Porto Nuovo\"},\"kind\":\"public_administration\","
        "\"team_creation\":\"members\"}");
    member(&answer, "stream", stream, sizeof stream);
    snprintf(city, sizeof city, "%s", strchr(stream, '/') + 1);
    text = file(words[1]);
    snprintf(request, 70000, "{\"add_document\":%s}", text);
    interlink_result_free(&answer);
    expect(interlink_request(engine, request, strlen(request), &answer), &answer);
    member(&answer, "document", notice, sizeof notice);
    snprintf(data, sizeof data, "{\"notice\":\"%s\"}", notice);
    act(engine, &answer, "anna", "notice.publish", stream, data);
    may(engine, &answer, city);
    snprintf(data, sizeof data,
             "{\"language\":\"en\",\"method\":\"form\",\"notice\":\"%s\",\"organisation\":\"city\","
             "\"purpose\":\"keep-in-touch\",\"valid\":{\"days\":300}}",
             notice);
    act(engine, &answer, "dora", "consent.give", NULL, data);
    may(engine, &answer, city);
    act(engine, &answer, "dora", "consent.withdraw", NULL,
        "{\"organisation\":\"city\",\"purpose\":\"keep-in-touch\"}");
    may(engine, &answer, city);
    interlink_result_free(&answer);
    interlink_close(engine);
    free(request);
    free(text);
    return 0;
}
