enum interlink_status
 {
    INTERLINK_STATUS_OK = 0,
    INTERLINK_STATUS_REFUSED = 1,
    INTERLINK_STATUS_MALFORMED = 2,
    INTERLINK_STATUS_UNKNOWN = 3,
    INTERLINK_STATUS_CONFLICT = 4,
    INTERLINK_STATUS_STORE = 5,
    INTERLINK_STATUS_RECORD = 6,
    INTERLINK_STATUS_CALL = 7,
    INTERLINK_STATUS_PANIC = 8,
};
typedef uint32_t interlink_status;
enum interlink_party_kind
 {
    INTERLINK_PARTY_KIND_PERSON = 0,
    INTERLINK_PARTY_KIND_ORGANISATION = 1,
    INTERLINK_PARTY_KIND_TEAM = 2,
};
typedef uint32_t interlink_party_kind;
enum interlink_store_status
 {
    INTERLINK_STORE_STATUS_OK = 0,
    INTERLINK_STORE_STATUS_CONFLICT = 1,
    INTERLINK_STORE_STATUS_BUSY = 2,
    INTERLINK_STORE_STATUS_READ_ONLY = 3,
    INTERLINK_STORE_STATUS_MALFORMED = 4,
    INTERLINK_STORE_STATUS_FAILED = 5,
};
typedef uint32_t interlink_store_status;
enum interlink_vault_kind
 {
    INTERLINK_VAULT_KIND_PSEUDONYM_LINK = 0,
    INTERLINK_VAULT_KIND_ENTRY = 1,
    INTERLINK_VAULT_KIND_ERASE = 2,
    INTERLINK_VAULT_KIND_KEY = 3,
    INTERLINK_VAULT_KIND_PARTICIPATION = 4,
    INTERLINK_VAULT_KIND_CLOSE = 5,
};
typedef uint32_t interlink_vault_kind;
typedef struct interlink_answer interlink_answer;
typedef struct interlink_engine interlink_engine;
typedef struct interlink_bytes {
    const void *data;
    size_t len;
} interlink_bytes;
typedef struct interlink_question {
    struct interlink_bytes actor;
    struct interlink_bytes permission;
    struct interlink_bytes process;
    struct interlink_bytes item;
    int64_t at;
} interlink_question;
typedef struct interlink_result {
    char *bytes;
    size_t len;
} interlink_result;
typedef struct interlink_consent_question {
    struct interlink_bytes person;
    struct interlink_bytes organisation_id;
    struct interlink_bytes purpose;
    int64_t at;
} interlink_consent_question;
typedef struct interlink_event {
    struct interlink_bytes stream;
    uint64_t seq;
    uint64_t position;
    int64_t at;
    struct interlink_bytes id;
    struct interlink_bytes body;
} interlink_event;
typedef struct interlink_party {
    uint32_t kind;
    struct interlink_bytes id;
    struct interlink_bytes organisation;
} interlink_party;
typedef struct interlink_entry {
    struct interlink_bytes place;
    struct interlink_bytes commitment;
    struct interlink_bytes data_subject_id;
    struct interlink_bytes salt;
    struct interlink_bytes text;
} interlink_entry;
typedef struct interlink_vault_write {
    uint32_t kind;
    struct interlink_bytes host_id;
    struct interlink_party party;
    struct interlink_entry entry;
    struct interlink_bytes person;
    const struct interlink_bytes *kept;
    size_t kept_count;
    struct interlink_bytes process;
    struct interlink_bytes key;
    struct interlink_bytes tag;
} interlink_vault_write;
typedef struct interlink_document {
    struct interlink_bytes id;
    struct interlink_bytes bytes;
} interlink_document;
typedef struct interlink_disclosed {
    struct interlink_event event;
    struct interlink_bytes command;
    struct interlink_bytes fingerprint;
    struct interlink_bytes instead_of;
} interlink_disclosed;
typedef struct interlink_basis_stream {
    struct interlink_bytes stream;
    uint64_t seq;
} interlink_basis_stream;
typedef struct interlink_basis_party {
    struct interlink_bytes host_id;
    const struct interlink_party *party;
} interlink_basis_party;
typedef struct interlink_batch {
    struct interlink_bytes stream;
    uint64_t expected;
    const struct interlink_event *events;
    size_t event_count;
    struct interlink_bytes command;
    struct interlink_bytes fingerprint;
    const struct interlink_vault_write *vault;
    size_t vault_count;
    const struct interlink_document *documents;
    size_t document_count;
    const struct interlink_event *rewritten_events;
    size_t rewritten_event_count;
    const struct interlink_document *rewritten_documents;
    size_t rewritten_document_count;
    const struct interlink_disclosed *disclosed;
    size_t disclosed_count;
    const struct interlink_basis_stream *basis_streams;
    size_t basis_stream_count;
    const struct interlink_basis_party *basis_parties;
    size_t basis_party_count;
} interlink_batch;
typedef struct interlink_snapshot {
    uint64_t seq;
    struct interlink_bytes id;
    int64_t at;
    uint32_t format;
    struct interlink_bytes bytes;
} interlink_snapshot;
typedef struct interlink_store {
    size_t size;
    void *context;
    uint64_t patience_ms;
    uint64_t skew_ms;
    void (*close)(void *context);
    uint32_t (*read)(void *context, void **reading, struct interlink_answer *answer);
    void (*end_read)(void *context, void *reading);
    uint32_t (*head)(void *context,
                     void *reading,
                     struct interlink_bytes stream,
                     struct interlink_answer *answer);
    uint32_t (*events)(void *context,
                       void *reading,
                       struct interlink_bytes stream,
                       uint64_t after,
                       size_t limit,
                       struct interlink_answer *answer);
    uint32_t (*changes)(void *context,
                        void *reading,
                        uint64_t after,
                        size_t limit,
                        struct interlink_answer *answer);
    uint32_t (*seq_at)(void *context,
                       void *reading,
                       struct interlink_bytes stream,
                       int64_t at,
                       struct interlink_answer *answer);
    uint32_t (*command)(void *context,
                        void *reading,
                        struct interlink_bytes stream,
                        struct interlink_bytes id,
                        struct interlink_answer *answer);
    uint32_t (*streams)(void *context,
                        void *reading,
                        struct interlink_bytes after,
                        size_t limit,
                        struct interlink_answer *answer);
    uint32_t (*document)(void *context,
                         void *reading,
                         struct interlink_bytes id,
                         struct interlink_answer *answer);
    uint32_t (*snapshot)(void *context,
                         void *reading,
                         struct interlink_bytes stream,
                         uint64_t at_most,
                         struct interlink_answer *answer);
    uint32_t (*party)(void *context,
                      void *reading,
                      struct interlink_bytes host_id,
                      struct interlink_answer *answer);
    uint32_t (*host_id)(void *context,
                        void *reading,
                        uint32_t kind,
                        struct interlink_bytes id,
                        struct interlink_answer *answer);
    uint32_t (*entry)(void *context,
                      void *reading,
                      struct interlink_bytes place,
                      struct interlink_answer *answer);
    uint32_t (*entries)(void *context,
                        void *reading,
                        struct interlink_bytes after,
                        size_t limit,
                        struct interlink_answer *answer);
    uint32_t (*process_key)(void *context,
                            void *reading,
                            struct interlink_bytes process,
                            struct interlink_answer *answer);
    uint32_t (*has_participated)(void *context,
                                 void *reading,
                                 struct interlink_bytes process,
                                 struct interlink_bytes tag,
                                 struct interlink_answer *answer);
    uint32_t (*position)(void *context, struct interlink_answer *answer);
    uint32_t (*append)(void *context,
                       const struct interlink_batch *batches,
                       size_t count,
                       uint64_t patience_ms,
                       struct interlink_answer *answer);
    uint32_t (*put_document)(void *context,
                             const struct interlink_document *document,
                             struct interlink_answer *answer);
    uint32_t (*put_snapshot)(void *context,
                             struct interlink_bytes stream,
                             const struct interlink_snapshot *snapshot,
                             struct interlink_answer *answer);
    uint32_t (*scrub)(void *context, struct interlink_answer *answer);
    uint32_t (*now)(void *context, struct interlink_answer *answer);
} interlink_store;
typedef struct interlink_command {
    uint64_t first;
    uint64_t last;
    struct interlink_bytes fingerprint;
} interlink_command;
typedef uint32_t (*interlink_store_opener)(void *context, bool reopen, struct interlink_store *store);
interlink_status interlink_check(const struct interlink_engine *engine,
                                 const struct interlink_question *questions,
                                 size_t count,
                                 bool *allowed,
                                 struct interlink_result *result);
interlink_status interlink_check_consent(const struct interlink_engine *engine,
                                         const struct interlink_consent_question *questions,
                                         size_t count,
                                         bool *allowed,
                                         struct interlink_result *result);
const char *interlink_version(void);
uint32_t interlink_abi_version(void);
interlink_status interlink_open(const char *url,
                                size_t url_len,
                                struct interlink_engine **engine,
                                struct interlink_result *result);
interlink_status interlink_open_store(const struct interlink_store *store,
                                      struct interlink_engine **engine,
                                      struct interlink_result *result);
void interlink_close(struct interlink_engine *engine);
interlink_status interlink_execute(const struct interlink_engine *engine,
                                   const char *command,
                                   size_t len,
                                   struct interlink_result *result);
interlink_status interlink_dry_run(const struct interlink_engine *engine,
                                   const char *command,
                                   size_t len,
                                   struct interlink_result *result);
interlink_status interlink_execute_many(const struct interlink_engine *engine,
                                        const char *commands,
                                        size_t len,
                                        struct interlink_result *result);
interlink_status interlink_request(const struct interlink_engine *engine,
                                   const char *request,
                                   size_t len,
                                   struct interlink_result *result);
interlink_status interlink_export_for(const struct interlink_engine *engine,
                                      const char *process,
                                      size_t process_len,
                                      const char *person,
                                      size_t person_len,
                                      struct interlink_result *result);
interlink_status interlink_export(const struct interlink_engine *engine,
                                  const char *process,
                                  size_t process_len,
                                  bool with_vault,
                                  struct interlink_result *result);
interlink_status interlink_import(const struct interlink_engine *engine,
                                  const char *bundle,
                                  size_t len,
                                  struct interlink_result *result);
interlink_status interlink_backup(const struct interlink_engine *engine,
                                  const char *path,
                                  size_t len,
                                  struct interlink_result *result);
void interlink_result_free(struct interlink_result *result);
void interlink_give_number(struct interlink_answer *answer, uint64_t number);
void interlink_give_bytes(struct interlink_answer *answer, const void *data, size_t len);
void interlink_give_event(struct interlink_answer *answer, const struct interlink_event *event);
void interlink_give_head(struct interlink_answer *answer, uint64_t seq, struct interlink_bytes id);
void interlink_give_command(struct interlink_answer *answer, const struct interlink_command *command);
void interlink_give_snapshot(struct interlink_answer *answer, const struct interlink_snapshot *snapshot);
void interlink_give_party(struct interlink_answer *answer, const struct interlink_party *party);
void interlink_give_entry(struct interlink_answer *answer, const struct interlink_entry *entry);
void interlink_say(struct interlink_answer *answer, const char *message, size_t len);
interlink_status interlink_conformance(interlink_store_opener open,
                                       void *context,
                                       struct interlink_result *result);
