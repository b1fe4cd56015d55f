/* A small co-production through the C interface: a city and a citizen make a garden.
 *
 *     cc story.c $(pkg-config --cflags --libs interlink) -o story && ./story
 *
 * The same story is told in C++, Java, Go, PHP and C# beside this file, each printing the same lines. Times and random
 * bytes are fixed here so that the record comes out the same everywhere; your software takes them from its clock and from
 * the system's random numbers.
 *
 * Answers are JSON. A program of yours has a JSON library; to need nothing else, this one looks for members by name. */
#include <interlink.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *TEMPLATE =
    "{\"add_document\":{\"document\":\"template\",\"id\":\"garden\",\"version\":1,\"name\":{\"en\":\"A garden\"},"
    "\"phases\":["
    "{\"key\":\"plan\",\"name\":{\"en\":\"Plan\"},\"objectives\":[{\"key\":\"meet\",\"name\":{\"en\":\"Meet\"},"
    "\"tasks\":[{\"key\":\"invite\",\"name\":{\"en\":\"Invite the neighbours\"}}]}]},"
    "{\"key\":\"do\",\"name\":{\"en\":\"Do\"},\"prerequisites\":[{\"item\":\"plan\",\"needs\":\"finished\"}],"
    "\"objectives\":[{\"key\":\"build\",\"name\":{\"en\":\"Build\"},"
    "\"tasks\":[{\"key\":\"dig\",\"name\":{\"en\":\"Dig the beds\"}}]}]}]}}";

/* Takes over a result: says what went wrong, or leaves the answer in `answer`, which the caller frees. */
static void expect(interlink_status status, interlink_result *answer) {
    if (status != INTERLINK_STATUS_OK) {
        fprintf(stderr, "status %u: %s\n", (unsigned)status, answer->bytes != NULL ? answer->bytes : "no word");
        exit(1);
    }
}

/* Copies the text of the first member of that name after a place in the answer. */
static char *member(const interlink_result *answer, const char *after, const char *name, char *text, size_t room) {
    char wanted[64];
    const char *found = strstr(answer->bytes, after);
    snprintf(wanted, sizeof wanted, "\"%s\":\"", name);
    found = found != NULL ? strstr(found, wanted) : NULL;
    text[0] = '\0';
    if (found != NULL) {
        found += strlen(wanted);
        snprintf(text, room, "%.*s", (int)strcspn(found, "\""), found);
    }
    return text;
}

/* Sends a command that is written like printf; the envelope is added here. */
static interlink_status command(interlink_engine *engine, interlink_result *answer, const char *actor,
                                const char *type, const char *stream, const char *data, ...) {
    static int number = 0;
    char filled[512], text[1024], on[128] = "";
    va_list arguments;
    va_start(arguments, data);
    vsnprintf(filled, sizeof filled, data, arguments);
    va_end(arguments);
    if (stream != NULL) {
        snprintf(on, sizeof on, ",\"stream\":\"%s\"", stream);
    }
    number += 1;
    snprintf(text, sizeof text,
             "{\"id\":\"s-%d\",\"at\":\"2026-03-02T09:%02d:00.000Z\",\"actor\":\"%s\",\"entropy\":\"%032x\","
             "\"type\":\"%s\",\"data\":%s%s}",
             number, number, actor, (unsigned)number, type, filled, on);
    return interlink_execute(engine, text, strlen(text), answer);
}

static void done(interlink_engine *engine, const char *actor, const char *type, const char *stream, const char *item) {
    interlink_result answer;
    expect(command(engine, &answer, actor, type, stream, "{\"item\":\"%s\"}", item), &answer);
    interlink_result_free(&answer);
    printf("%s: %s\n", actor, type);
}

static interlink_bytes bytes(const char *text) {
    interlink_bytes of = {text, strlen(text)};
    return of;
}

int main(void) {
    interlink_engine *engine = NULL, *elsewhere = NULL;
    interlink_result answer = {NULL, 0}, bundle = {NULL, 0};
    char model[80], template[80], garden[80], process[40], invite[40], dig[40], sentence[256], head[80];

    expect(interlink_open("memory:", 7, &engine, &answer), &answer);

    /* A city founds itself, and begins a process from a template, under the first governance model that is shipped. */
    expect(command(engine, &answer, "anna", "organisation.register", NULL,
                   "{\"organisation\":\"city\",\"name\":{\"en\":\"The City\"},\"kind\":\"public_administration\","
                   "\"team_creation\":\"members\"}"), &answer);
    interlink_result_free(&answer);
    expect(interlink_request(engine, TEMPLATE, strlen(TEMPLATE), &answer), &answer);
    member(&answer, "", "document", template, sizeof template);
    interlink_result_free(&answer);
    expect(interlink_request(engine, "{\"models\":{}}", 13, &answer), &answer);
    member(&answer, "", "document", model, sizeof model);
    interlink_result_free(&answer);
    expect(command(engine, &answer, "anna", "process.create", NULL,
                   "{\"acting_for\":\"city\",\"governance\":\"%s\",\"template\":\"%s\",\"language\":\"en\","
                   "\"name\":{\"en\":\"A garden for all\"}}", model, template), &answer);
    member(&answer, "\"repeated\"", "stream", garden, sizeof garden);
    snprintf(process, sizeof process, "%s", garden + strlen("process/"));
    interlink_result_free(&answer);

    /* The tree says which items there are. */
    snprintf(sentence, sizeof sentence, "{\"tree\":{\"process\":\"%s\"}}", process);
    expect(interlink_request(engine, sentence, strlen(sentence), &answer), &answer);
    member(&answer, "\"kind\":\"objective\",\"key\":\"meet\"", "item", invite, sizeof invite);
    member(&answer, "\"kind\":\"objective\",\"key\":\"build\"", "item", dig, sizeof dig);
    interlink_result_free(&answer);

    /* Eva becomes a contributor. May she start the work? The answer is a bool, and why is a request. */
    expect(command(engine, &answer, "anna", "role.grant", garden,
                   "{\"holder\":{\"person\":\"eva\"},\"role\":\"contributor\"}"), &answer);
    interlink_result_free(&answer);
    interlink_question questions[2] = {
        {bytes("anna"), bytes("task.start"), bytes(process), bytes(invite), 1772442240000},
        {bytes("eva"), bytes("task.start"), bytes(process), bytes(invite), 1772442240000},
    };
    bool allowed[2];
    expect(interlink_check(engine, questions, 2, allowed, &answer), &answer);
    printf("anna may start: %s\neva may start: %s\n", allowed[0] ? "yes" : "no", allowed[1] ? "yes" : "no");

    /* What waits is refused, with the reason. */
    interlink_status status =
        command(engine, &answer, "anna", "task.start", garden, "{\"item\":\"%s\"}", dig);
    printf("refused: %s\n", status == INTERLINK_STATUS_REFUSED ? "yes" : "no");
    puts(member(&answer, "\"reasons\"", "message", sentence, sizeof sentence));
    interlink_result_free(&answer);

    const char *tasks[] = {invite, dig};
    for (size_t n = 0; n < 2; n++) {
        done(engine, "anna", "task.start", garden, tasks[n]);
        done(engine, "anna", "task.complete", garden, tasks[n]);
    }

    /* The process goes elsewhere as one piece, and ends in the same hash there. */
    expect(interlink_export(engine, process, strlen(process), true, &bundle), &bundle);
    expect(interlink_open("memory:", 7, &elsewhere, &answer), &answer);
    expect(interlink_import(elsewhere, bundle.bytes, bundle.len, &answer), &answer);
    interlink_result_free(&bundle);
    interlink_result_free(&answer);
    expect(interlink_request(elsewhere, "{\"verify\":{}}", 13, &answer), &answer);
    printf("the chain of the garden ends in %s\n", member(&answer, garden, "head", head, sizeof head));
    interlink_result_free(&answer);

    interlink_close(elsewhere);
    interlink_close(engine);
    return 0;
}
