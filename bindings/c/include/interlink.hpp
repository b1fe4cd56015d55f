/* interlink for C++17: engines and results that free themselves, and a problem that is thrown.
 *
 * Nothing else is in here: interlink.h is the manual. Everything is inline; link the C library. */
#ifndef INTERLINK_HPP
#define INTERLINK_HPP

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interlink.h"

namespace interlink {

/* What a call gave back. It can be moved and not copied. */
class Result {
public:
    Result() noexcept : result_{nullptr, 0} {}
    Result(Result &&other) noexcept : result_(std::exchange(other.result_, interlink_result{nullptr, 0})) {}
    Result &operator=(Result &&other) noexcept {
        std::swap(result_, other.result_);
        return *this;
    }
    Result(const Result &) = delete;
    Result &operator=(const Result &) = delete;
    ~Result() { interlink_result_free(&result_); }

    /* The bytes, for as long as the result is there. */
    std::string_view view() const noexcept {
        return result_.bytes == nullptr ? std::string_view() : std::string_view(result_.bytes, result_.len);
    }
    std::string str() const { return std::string(view()); }

    /* To be filled in by a function of interlink.h. */
    interlink_result *out() noexcept {
        interlink_result_free(&result_);
        return &result_;
    }

private:
    interlink_result result_;
};

/* Thrown where a call was not done. what() is {"problem": …}. */
class Problem : public std::runtime_error {
public:
    Problem(interlink_status status, const std::string &problem) : std::runtime_error(problem), status_(status) {}
    interlink_status status() const noexcept { return status_; }

private:
    interlink_status status_;
};

/* A text as the structs of interlink.h take it; what it was made from has to stay there. */
inline interlink_bytes bytes(std::string_view text) noexcept { return interlink_bytes{text.data(), text.size()}; }

/* An open engine. It can be moved and not copied; any number of threads may use it. */
class Engine {
public:
    explicit Engine(std::string_view url) {
        interlink_engine *engine = nullptr;
        Result result;
        const interlink_status status = interlink_open(url.data(), url.size(), &engine, result.out());
        take(engine, status, result);
    }

    /* On a store of your own. */
    explicit Engine(const interlink_store &store) {
        interlink_engine *engine = nullptr;
        Result result;
        const interlink_status status = interlink_open_store(&store, &engine, result.out());
        take(engine, status, result);
    }

    Result execute(std::string_view command) const { return on(interlink_execute, command); }
    Result execute_many(std::string_view commands) const { return on(interlink_execute_many, commands); }
    Result dry_run(std::string_view command) const { return on(interlink_dry_run, command); }
    Result request(std::string_view request) const { return on(interlink_request, request); }
    void backup(std::string_view path) const { on(interlink_backup, path); }
    Result import_bundle(std::string_view bundle) const { return on(interlink_import, bundle); }

    Result export_bundle(std::string_view process, bool with_vault) const {
        Result result;
        expect(interlink_export(get(), process.data(), process.size(), with_vault, result.out()), result);
        return result;
    }

    bool check(const interlink_question &question) const { return ask(interlink_check, &question, 1).front(); }
    bool check(const interlink_consent_question &question) const {
        return ask(interlink_check_consent, &question, 1).front();
    }
    std::vector<bool> check(const std::vector<interlink_question> &questions) const {
        return ask(interlink_check, questions.data(), questions.size());
    }
    std::vector<bool> check(const std::vector<interlink_consent_question> &questions) const {
        return ask(interlink_check_consent, questions.data(), questions.size());
    }

    /* The C engine, still this one's. */
    interlink_engine *get() const noexcept { return engine_.get(); }

private:
    struct Close {
        void operator()(interlink_engine *engine) const noexcept { interlink_close(engine); }
    };

    static void expect(interlink_status status, const Result &result) {
        if (status != INTERLINK_STATUS_OK) {
            throw Problem(status, result.str());
        }
    }

    void take(interlink_engine *engine, interlink_status status, const Result &result) {
        engine_.reset(engine);
        expect(status, result);
    }

    Result on(interlink_status (*call)(const interlink_engine *, const char *, std::size_t, interlink_result *),
              std::string_view text) const {
        Result result;
        expect(call(get(), text.data(), text.size(), result.out()), result);
        return result;
    }

    template <typename Question>
    std::vector<bool> ask(interlink_status (*call)(const interlink_engine *, const Question *, std::size_t, bool *,
                                                   interlink_result *),
                          const Question *questions, std::size_t count) const {
        const std::unique_ptr<bool[]> allowed(new bool[count + 1]());
        Result result;
        expect(call(get(), questions, count, allowed.get(), result.out()), result);
        return std::vector<bool>(allowed.get(), allowed.get() + count);
    }

    std::unique_ptr<interlink_engine, Close> engine_;
};

} // namespace interlink

#endif /* INTERLINK_HPP */
