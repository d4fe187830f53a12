/* Lexicons: entries with a class and a weight (docs/lexicon-format.md). */
#ifndef TN_DATA_LEXICON_H
#define TN_DATA_LEXICON_H

#include <stdint.h>

#include "base/image.h"
#include "base/vec.h"
#include "data/source.h"
#include "data/wordset.h"

typedef enum tn_class {
#define TN_CLASS(identifier, name, low, high, matter) TN_CLASS_##identifier,
#include "data/classes.def"
#undef TN_CLASS
    TN_CLASS_COUNT
} tn_class;

const char *tn_class_name(tn_class class);
double tn_class_matter(tn_class class);

typedef enum tn_kind {
    TN_KIND_EVENT,
    TN_KIND_STATE,
    TN_KIND_OBJECT,
    TN_KIND_ACTOR,
    TN_KIND_STOP,
    TN_KIND_WORD,
    TN_KIND_VERDICT
} tn_kind;

typedef struct tn_lexeme {
    uint32_t entry; /* where it stands in the lexicon's `entries`: tn_lexeme_entry */
    float weight;
    uint32_t line;
    uint8_t class; /* tn_class */
    uint8_t kind;  /* tn_kind */
    char pos;      /* v n a = */
} tn_lexeme;

typedef struct tn_lexicon {
    const char *path, *lang, *version;
    char sha256[65];
    const tn_lexeme *lexemes;
    size_t count;
    const char *entries;      /* all of them, each with a NUL behind it */
    size_t n_entries;         /* bytes */
    const tn_word_sets *sets; /* while it is compiled; an image has none */
} tn_lexicon;

/* The entry as the file has it, NUL-terminated. */
static inline const char *tn_lexeme_entry(const tn_lexicon *lexicon, const tn_lexeme *lexeme) {
    return lexicon->entries + lexeme->entry;
}

/* A lexicon's rows as they are read. */
typedef struct tn_lexicon_rows {
    TN_VEC(tn_lexeme) lexemes;
    TN_VEC(char) entries;
} tn_lexicon_rows;

/* Adds a row; what it is called goes behind the entries before it. False: out of memory. */
bool tn_lexicon_add(tn_lexicon_rows *rows, const tn_lexeme *lexeme, tenor_string entry, tn_arena *arena);

/* The rows as a lexicon, of the language and version that `table` says. Errors: TENOR_E_MEMORY. */
tenor_status tn_lexicon_finish(tn_lexicon *out, const tn_lexicon_rows *rows, const tn_table *table,
                               const tn_data_file *file, tn_arena *arena, tenor_error *error);

/* Reads a file of `kind` ("tension" or "sentiment"). Strings are copied into `arena`, but for word sets,
 * which borrow the file's bytes.
 * Errors: TENOR_E_DATA with its place: a column missing, an unknown pos, kind or class, a weight outside the class's
 * range, a class of another kind or lexicon, an entry listed twice with the same pos; those of word sets
 * (data/wordset.h). */
tenor_status tn_lexicon_read(tn_lexicon *out, const char *kind, const tn_data_file *file, tn_arena *arena,
                             tenor_error *error);

typedef struct tn_findings {
    void (*report)(void *context, const tenor_error *finding);
    void *context;
    size_t count; /* reported so far */
} tn_findings;

/* The same for a file of either kind, which *kind then is ("tension", "sentiment"; static): what the file says, else
 * what its first entry is. With `findings` it reports each mistake and reads on without that row. */
tenor_status tn_lexicon_survey(tn_lexicon *out, const char **kind, const tn_data_file *file, tn_findings *findings,
                               tn_arena *arena, tenor_error *error);

const char *tn_kind_name(tn_kind kind);

void tn_lexicon_image(tn_image *image, tn_lexicon *lexicon);

/* Only path, lang, version and hash. */
void tn_lexicon_about_image(tn_image *image, tn_lexicon *lexicon);

/* A NUL-terminated copy of `s`, or NULL. */
const char *tn_copy(tn_arena *arena, tenor_string s);

#endif
