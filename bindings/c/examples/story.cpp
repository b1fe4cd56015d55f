/* The story of story.c in C++17: what is opened closes itself, and a no is an exception. */
#include <interlink.hpp>

#include <cstdio>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::string_view TEMPLATE = R"({"add_document":{"document":"template","id":"garden","version":1,
    "name":{"en":"A garden"},"phases":[
        {"key":"plan","name":{"en":"Plan"},"objectives":[{"key":"meet","name":{"en":"Meet"},
            "tasks":[{"key":"invite","name":{"en":"Invite the neighbours"}}]}]},
        {"key":"do","name":{"en":"Do"},"prerequisites":[{"item":"plan","needs":"finished"}],
            "objectives":[{"key":"build","name":{"en":"Build"},
            "tasks":[{"key":"dig","name":{"en":"Dig the beds"}}]}]}]}})";

/* The text of the first member of that name after a place. A program of yours has a JSON library. */
std::string member(std::string_view answer, std::string_view after, const std::string &name) {
    const std::string wanted = "\"" + name + "\":\"";
    const std::size_t begin = answer.find(wanted, answer.find(after)) + wanted.size();
    return std::string(answer.substr(begin, answer.find('"', begin) - begin));
}

class Story {
public:
    explicit Story(const interlink::Engine &engine) : engine_(engine) {}

    interlink::Result send(const std::string &actor, const std::string &type, const std::string &data) {
        number_ += 1;
        char head[160];
        std::snprintf(head, sizeof head, R"({"id":"s-%d","at":"2026-03-02T09:%02d:00.000Z","entropy":"%032x",)",
                      number_, number_, static_cast<unsigned>(number_));
        const std::string on = stream.empty() ? "" : R"(,"stream":")" + stream + "\"";
        return engine_.execute(head + (R"("actor":")" + actor) + R"(","type":")" + type + R"(","data":)" + data + on +
                               "}");
    }

    void done(const std::string &actor, const std::string &type, const std::string &item) {
        send(actor, type, R"({"item":")" + item + "\"}");
        std::cout << actor << ": " << type << "\n";
    }

    std::string stream;

private:
    const interlink::Engine &engine_;
    int number_ = 0;
};

void tell() {
    const interlink::Engine engine("memory:");
    Story story(engine);

    story.send("anna", "organisation.register",
               R"({"organisation":"city","name":{"en":"The City"},"kind":"public_administration",)"
               R"("team_creation":"members"})");
    const std::string plan = member(engine.request(TEMPLATE).view(), "", "document");
    const std::string model = member(engine.request(R"({"models":{}})").view(), "", "document");
    const interlink::Result created =
        story.send("anna", "process.create",
                   R"({"acting_for":"city","governance":")" + model + R"(","template":")" + plan +
                       R"(","language":"en","name":{"en":"A garden for all"}})");
    story.stream = member(created.view(), "\"repeated\"", "stream");
    const std::string process = story.stream.substr(story.stream.find('/') + 1);

    const interlink::Result tree = engine.request(R"({"tree":{"process":")" + process + "\"}}");
    const std::string invite = member(tree.view(), R"("kind":"objective","key":"meet")", "item");
    const std::string dig = member(tree.view(), R"("kind":"objective","key":"build")", "item");

    story.send("anna", "role.grant", R"({"holder":{"person":"eva"},"role":"contributor"})");
    using interlink::bytes;
    const std::int64_t now = 1772442240000;
    const std::vector<bool> may = engine.check(std::vector<interlink_question>{
        {bytes("anna"), bytes("task.start"), bytes(process), bytes(invite), now},
        {bytes("eva"), bytes("task.start"), bytes(process), bytes(invite), now}});
    std::cout << "anna may start: " << (may[0] ? "yes" : "no") << "\neva may start: " << (may[1] ? "yes" : "no")
              << "\n";

    try {
        story.done("anna", "task.start", dig);
    } catch (const interlink::Problem &problem) {
        std::cout << "refused: " << (problem.status() == INTERLINK_STATUS_REFUSED ? "yes" : "no") << "\n"
                  << member(problem.what(), "\"reasons\"", "message") << "\n";
    }
    for (const std::string &task : {invite, dig}) {
        story.done("anna", "task.start", task);
        story.done("anna", "task.complete", task);
    }

    const interlink::Engine elsewhere("memory:");
    elsewhere.import_bundle(engine.export_bundle(process, true).view());
    const interlink::Result verified = elsewhere.request(R"({"verify":{}})");
    std::cout << "the chain of the garden ends in " << member(verified.view(), story.stream, "head") << "\n";
}

} // namespace

int main() {
    try {
        tell();
    } catch (const interlink::Problem &problem) {
        std::cerr << "status " << problem.status() << ": " << problem.what() << "\n";
        return 1;
    }
    return 0;
}
