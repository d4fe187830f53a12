/* tenor - the gist of a text, and its tone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one public header, in chapters:
 *
 *   1. Basics        status, errors, strings, version
 *   2. Engine        lexicons and models, opened once, shared by all threads
 *   3. Analysis      one text in, one result out
 *   4. Results       what a result holds
 *   5. Rendering     a result as text, JSON, ...
 *   6. Batch         a stream of records in, a stream of records out
 *   7. Evaluation    summaries against reference summaries
 *
 * Conventions that hold throughout:
 *   - A function that can fail returns a tenor_status and takes, as its last parameter, a tenor_error that the
 *     caller owns (or NULL). The library keeps no error state, prints nothing, and never exits or aborts.
 *   - `T **out` as first parameter: on TENOR_OK the caller owns *out; on failure *out is NULL.
 *   - A returned pointer is borrowed: it lives as long as the object it was asked of.
 *   - Strings carry their length. They are UTF-8 and may contain NUL; only where the type is `const char *` are
 *     they NUL-terminated.
 *   - Offsets are bytes of the input text, from 0; `end` is one past the last byte.
 *   - Options structs begin with their own size; initialise them with the _INIT macro.
 *   - Objects may be moved between threads, but only tenor_engine may be used by several at once.
 */
#ifndef TENOR_TENOR_H
#define TENOR_TENOR_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(TENOR_BUILDING) && (defined(__GNUC__) || defined(__clang__))
#define TENOR_API __attribute__((visibility("default")))
#else
#define TENOR_API
#endif

/* ---------------------------------------------------------------- 1. Basics */

#define TENOR_VERSION "0.1.0"
#define TENOR_SCHEMA 1 /* the version of the JSON record, docs/output.md */

/* The version of the library that is linked, "0.1.0". */
TENOR_API const char *tenor_version(void);

typedef struct tenor_string {
    const char *data;
    size_t length;
} tenor_string;

typedef struct tenor_span {
    size_t start, end; /* bytes of the input text */
} tenor_span;

typedef enum tenor_status {
    TENOR_OK = 0,
    TENOR_E_USAGE,         /* an option that does not exist or makes no sense */
    TENOR_E_MEMORY,        /* an allocation failed */
    TENOR_E_IO,            /* the system refused to read or write */
    TENOR_E_DATA,          /* a lexicon, topic or model file is broken */
    TENOR_E_INVALID_UTF8,  /* the text is not UTF-8 and repair was not asked for */
    TENOR_E_INVALID_JSON,  /* a record is not a JSON object */
    TENOR_E_MISSING_FIELD, /* a record has no such field */
    TENOR_E_WRONG_TYPE,    /* a field is there, but is not of the type needed */
    TENOR_E_TOO_LARGE,     /* over a limit: 715,827,882 bytes (2^31 / 3) a text, or max_bytes */
    TENOR_E_NUMERIC,       /* a computation did not give finite numbers */
    TENOR_E_INVALID_CSV,   /* a record breaks the rules of RFC 4180, or its header's number of cells */
    TENOR_E_TIME_LIMIT,    /* a text took longer than it was allowed */
    TENOR_E_NOT_TEXT,      /* a PDF, a picture, a program, broken compression: nothing that can be read as text */
    TENOR_E_NO_LIBRARY,    /* a library that inputs of this kind need is not installed */
    TENOR_STATUSES         /* how many there are */
} tenor_status;

/* A stable lower-case name, as in error records: "invalid_utf8". Never NULL. */
TENOR_API const char *tenor_status_name(tenor_status status);

/* What went wrong and where. The caller owns it; fields that do not apply are 0 or "". */
typedef struct tenor_error {
    tenor_status status;
    size_t line, column; /* from 1; column counts characters; 0: not known */
    size_t offset;       /* byte offset, where the error has one */
    char source[256];    /* the file */
    char message[512];   /* one sentence, no final full stop */
    char excerpt[256];   /* the offending line of a data file, for a caret below it */
} tenor_error;

/* ---------------------------------------------------------------- 2. Engine */

/* All lexicons, models and topics. Immutable after opening: any number of threads may share one. */
typedef struct tenor_engine tenor_engine;

typedef struct tenor_engine_options {
    size_t size;
    const char *data_dir;           /* a directory laid out as lexicons/ and models/; NULL: the built-in data */
    const char *const *topic_paths; /* more topic files, or directories of them */
    size_t n_topic_paths;
    const char *const *lexicon_paths; /* more lexicons: tenor's own format, or lists of words with a sentiment value
                                         (docs/lexicon-format.md). Their entries are added, and take the place of
                                         entries with the same words in those before them */
    size_t n_lexicon_paths;
} tenor_engine_options;
#define TENOR_ENGINE_OPTIONS_INIT \
    { sizeof(tenor_engine_options), NULL, NULL, 0, NULL, 0 }

/* Takes the built-in data as it was compiled in, in a fraction of a millisecond; a directory's files are read, and the
 * matchers built of them: some ten times longer than `tenor brief` takes.
 * Errors: TENOR_E_DATA with file, line, column and excerpt; TENOR_E_IO; TENOR_E_MEMORY. */
TENOR_API tenor_status tenor_engine_open(tenor_engine **out, const tenor_engine_options *options, tenor_error *error);
TENOR_API void tenor_engine_close(tenor_engine *engine); /* NULL is allowed */

/* A data file in use, for `--version --verbose` and the "lexicons" of a record. Lexicons that were added follow on the
 * built-in one they lie over, and have its name. */
typedef struct tenor_data_info {
    const char *name; /* "tension", "sentiment", "rules", "topics" */
    const char *lang; /* "en" */
    const char *version;
    const char *sha256; /* 64 hexadecimal digits, over the file (topics: over all of them in order of name) */
    size_t entries;     /* lines that are entries; before inflection */
    const char *source; /* the file; topics: "" */
} tenor_data_info;
TENOR_API const tenor_data_info *tenor_engine_data(const tenor_engine *engine, size_t *count);

typedef struct tenor_topic_info {
    const char *name;  /* "north-korea" */
    const char *title; /* "North Korea" */
    const char *source;
    size_t names, definites, exclusions; /* how many phrases of each kind */
} tenor_topic_info;
TENOR_API const tenor_topic_info *tenor_engine_topics(const tenor_engine *engine, size_t *count);

typedef struct tenor_named {
    const char *name;
    const char *about; /* one line for people */
} tenor_named;

/* The languages that have a model, by code ("de", "German"), English first. */
TENOR_API const tenor_named *tenor_engine_languages(const tenor_engine *engine, size_t *count);

/* Checks a topic file without opening an engine. Errors as tenor_engine_open. */
TENOR_API tenor_status tenor_topic_check(const char *path, tenor_topic_info *info, tenor_error *error);

typedef struct tenor_lexicon_info {
    char kind[32];   /* "tension", "sentiment" */
    size_t entries;  /* those without a mistake */
    size_t phrases;  /* that they stand for, inflected and with all words of their sets */
    double scale;    /* of a list of words and values: these lie within -scale ... scale; 0: it is none */
    size_t left_out; /* of such a list: what are no words, as ":-)" */
    size_t doubled;  /* likewise: words listed again with another value, of which the later one counts */
} tenor_lexicon_info;

/* Called with a mistake in a data file: its line, column and excerpt. It dies after the call. */
typedef void tenor_finding(void *context, const tenor_error *finding);

/* Checks a lexicon file, and reads on after a mistake: rows that an engine would refuse, and entries whose words belong
 * to an earlier one with another class or weight, in the order of their lines (the former first). `info` may be NULL.
 * Errors: TENOR_E_DATA if there were findings (the last of them), TENOR_E_IO, TENOR_E_MEMORY. */
TENOR_API tenor_status tenor_lexicon_check(const char *path, tenor_lexicon_info *info, tenor_finding *found,
                                           void *context, tenor_error *error);

typedef struct tenor_lexicon_entry {
    const char *entry;      /* as the file has it: "release {captive}" */
    char pos;               /* v n a = */
    const char *kind;       /* "event", "state", "object", "actor", "stop", "word", "verdict" */
    const char *class_name; /* "yield" */
    double weight;
    const char *source;       /* the file ... */
    size_t line;              /* ... and the line in it, from 1 */
    const char *const *forms; /* all phrases it stands for */
    size_t n_forms;
} tenor_lexicon_entry;

/* Called with an entry, which dies after the call. */
typedef void tenor_entry_visit(void *context, const tenor_lexicon_entry *entry);

/* Looks up the entries of a lexicon ("tension", "sentiment") that match a word or phrase as it stands in a text
 * ("released hostages"), in the data that an engine with these options has (NULL: the defaults): first the one that
 * counts, then those it takes precedence over. Errors: TENOR_E_USAGE for another lexicon; as tenor_engine_open. */
TENOR_API tenor_status tenor_lexicon_find(const tenor_engine_options *options, const char *lexicon, const char *phrase,
                                          tenor_entry_visit *visit, void *context, tenor_error *error);

TENOR_API const tenor_named *tenor_rankers(size_t *count);
TENOR_API const tenor_named *tenor_writers(size_t *count);
TENOR_API const tenor_named *tenor_rules(size_t *count);
TENOR_API const tenor_named *tenor_libraries(size_t *count); /* compiled in: name and version, e.g. "GSL", "2.7.1" */

/* -------------------------------------------------------------- 3. Analysis */

typedef enum tenor_budget {
    TENOR_BUDGET_SENTENCES,
    TENOR_BUDGET_WORDS,
    TENOR_BUDGET_CHARS,  /* characters (code points) of the sentences, and one for each space between them */
    TENOR_BUDGET_PERCENT /* of the sentences of the text, rounded up */
} tenor_budget;

/* What the bytes of an input are. Compressed input (gzip, bzip2, xz, zstd, lz4) is unpacked first, whatever the format.
 */
typedef enum tenor_format {
    TENOR_FORMAT_AUTO, /* HTML if it begins like a page, else plain text */
    TENOR_FORMAT_TEXT,
    TENOR_FORMAT_HTML /* the text of the page's article is analysed, and offsets are those of that text */
} tenor_format;

enum { TENOR_PART_SUMMARY = 1, TENOR_PART_TONE = 2, TENOR_PART_ALL = 3, TENOR_PART_KEYWORDS = 4 };

typedef struct tenor_options {
    size_t size;
    unsigned parts;     /* TENOR_PART_* */
    const char *ranker; /* a name of tenor_rankers(); NULL: "news" */
    tenor_budget budget;
    double amount;             /* of the budget's unit; > 0 */
    double diversity;          /* 0 ... 1: how much a likeness to a sentence already chosen counts against one */
    const char *const *topics; /* names of tenor_engine_topics(), or "NAME=alias,alias", or any other words, which
                                  are then a topic of their own ("Angela Merkel"); none: all topics of the engine */
    size_t n_topics;
    const char *const *targets; /* more topics for this text only, beside `topics`; each is its own single name. At most
                                   1,000, more are TENOR_E_TOO_LARGE; one without a word (and a topic that has but such
                                   names) is TENOR_E_USAGE, since no text could name it */
    size_t n_targets;
    const char *rules; /* "+hedge,-negation": switch scope rules; NULL: the defaults */
    bool strict_utf8;  /* true: invalid UTF-8 is an error; false: repaired with U+FFFD and a warning */
    size_t max_bytes;  /* 0: no limit but 2^31 / 3; of compressed input: unpacked */
    tenor_format format;
    const char *encoding; /* "windows-1251"; NULL: byte order mark, what the page says, UTF-8, or a guess */
    const char *lang;     /* a code of tenor_engine_languages(): what the text is in; NULL: found out */
    double time_limit;    /* seconds of processor time, looked at every few milliseconds of work; 0: none */

    /* The summary, further. */
    const char *focus;       /* a topic's name, or words: sentences that speak of it are preferred; NULL: of all */
    const char *const *must; /* words, or several words in one string: each is in the summary if the text has a
                                sentence with all of them that fits; else the result has the warning must_missing */
    size_t n_must;
    size_t min_words, max_words; /* of a sentence that is taken; 0: any. If there is none, one is taken all the same,
                                    with the warning length_missing */
    bool by_score;               /* the best sentence first, instead of in order of the text */
    bool coherent;               /* a sentence that points back ("But ...") only with the one before it */
    double damping;              /* textrank, lexrank: 0 < d < 1; 0: 0.85 */
    double threshold;            /* lexrank: edges where the cosine is at least that; 0: all edges, by cosine */
    size_t seed;                 /* random; 0: 1 */
    const char *const *bonus;    /* edmundson: words that speak for a sentence ... */
    size_t n_bonus;
    const char *const *stigma; /* ... and against it */
    size_t n_stigma;
    double weights[4]; /* edmundson: of cue, key, title and location; all 0: 1 each */
    size_t gap;        /* luhn: most other words between two significant ones of a cluster; 0: 4 */
    size_t dimensions; /* lsa: most topics that count, up to 50; 0: 10 */

    bool account;    /* keep what each sentence's score is made of, and find what would change a topic's tension */
    size_t keywords; /* at most so many key phrases; 0: 10 */
    bool gists;      /* with summary and tone: a sentence for each topic */
    bool left_out;   /* of a page: what is no part of its text is among the blocks, too */

    /* Of several texts (tenor_analyze_all) those dated before this ("2018-05-01"; base/date.h in src tells what is
     * understood) are no part of the digest, but what they say counts as said already: update summaries. A text whose
     * date is not known counts as new. NULL: all are the digest's. */
    const char *since;
} tenor_options;
#define TENOR_OPTIONS_INIT                                                                                       \
    {                                                                                                            \
        .size = sizeof(tenor_options), .parts = TENOR_PART_ALL, .budget = TENOR_BUDGET_SENTENCES, .amount = 3.0, \
        .diversity = 0.8                                                                                         \
    }

/* The input is borrowed: it must outlive every use of the result. */
typedef struct tenor_input {
    tenor_string text;
    tenor_string title; /* if known apart from the text; empty otherwise */
    const char *id;     /* passed through, may be NULL */
    const char *source; /* named in messages, may be NULL */
    tenor_string date;  /* if known apart from the text, when it was written; empty otherwise */
} tenor_input;

/* A result is also the workspace that fills it: reuse one for many texts, and with any engine, and memory stays flat.
 * What it holds is borrowed of the engine, too, and dies with it. */
typedef struct tenor_result tenor_result;
TENOR_API tenor_status tenor_result_new(tenor_result **out, tenor_error *error);
TENOR_API void tenor_result_free(tenor_result *result); /* NULL is allowed */

/* Analyses one text. What the result held before is gone, whatever the outcome; after a failure it is empty.
 * Errors: TENOR_E_USAGE (ranker, topic, rule or language unknown), TENOR_E_INVALID_UTF8 with offset (strict_utf8 only),
 * TENOR_E_NOT_TEXT, TENOR_E_NO_LIBRARY (a page without libxml2, compressed data without libarchive), TENOR_E_TOO_LARGE,
 * TENOR_E_TIME_LIMIT, TENOR_E_MEMORY, TENOR_E_NUMERIC. */
TENOR_API tenor_status tenor_analyze(tenor_result *result, const tenor_engine *engine, const tenor_input *input,
                                     const tenor_options *options, tenor_error *error);

/* Analyses several texts as one, for a digest: place counts inside each text, sentences of one are compared with those
 * of all, and each sentence tells which text it is of. n >= 1. Errors: as tenor_analyze, with the source of the text;
 * TENOR_E_USAGE for a `since` that is no date. */
TENOR_API tenor_status tenor_analyze_all(tenor_result *result, const tenor_engine *engine, const tenor_input *inputs,
                                         size_t n, const tenor_options *options, tenor_error *error);

/* --------------------------------------------------------------- 4. Results */

typedef enum tenor_band {
    TENOR_BAND_CALM,   /* under 20 */
    TENOR_BAND_EASING, /* under 40 */
    TENOR_BAND_MIXED,  /* under 60 */
    TENOR_BAND_TENSE,  /* under 80 */
    TENOR_BAND_SEVERE
} tenor_band;
TENOR_API const char *tenor_band_name(tenor_band band);

/* One of several texts (tenor_analyze_all). */
typedef struct tenor_source {
    const char *name;  /* its `source`, else its `id`, else "" */
    tenor_string date; /* as given, else as the page states it; empty: not known */
    tenor_string text; /* what spans of its sentences refer to, as tenor_document.text */
    bool background;   /* dated before the option `since`: its sentences are not there */
} tenor_source;

typedef struct tenor_document {
    const char *lang;            /* "en"; "und": not sure, too short to tell */
    const char *lang_source;     /* who said so: "option", "gate" (tenor itself), "cld2" (the library), "none" */
    tenor_string title;          /* empty: none found */
    size_t words, sentences;     /* of the story: headline, captions, link lines and the like do not count */
    const tenor_source *sources; /* of tenor_analyze_all: the texts, in order */
    size_t n_sources;            /* of tenor_analyze: 0 */
    const char *const *warnings; /* stable names: "empty_text", "repaired_utf8", ... */
    size_t n_warnings;
    tenor_string text; /* what spans refer to: the input; or its text in UTF-8 when it was compressed or in
                          another encoding; or, of HTML, the article's text */
    bool html;
    tenor_string byline, date, page_lang; /* as the page states them, never guessed; empty: it does not */
    const char *encoding;                 /* "utf-8", "windows-1252" */
    const char *encoding_source; /* how it was found: "bom", "pattern", "option", "utf-8", "page", "guess", "none" */
    size_t repaired;             /* ill-formed pieces of the input that became U+FFFD */
} tenor_document;

/* One application of a scope rule to a hit. */
typedef struct tenor_applied_rule {
    const char *rule;     /* "reversal" */
    tenor_string trigger; /* the words that set it off, as written in the text */
    double factor;
} tenor_applied_rule;

/* A lexicon phrase found in a sentence. */
typedef struct tenor_hit {
    tenor_span span;
    tenor_string text;      /* as written in the text */
    const char *entry;      /* the lexicon's form */
    const char *class_name; /* "threaten" */
    size_t line;            /* of the lexicon file, from 1 */
    double weight;          /* as listed, -10 ... +10, tense is positive */
    double final;           /* after the rules */
    double part;            /* 0 ... 1: how much of the sentence's tone it makes up */
    const tenor_applied_rule *rules;
    size_t n_rules;
    const char *lexicon; /* the file: "lexicons/tension/en.tsv" */
    bool added;          /* it is one of lexicon_paths */
} tenor_hit;

typedef enum tenor_role {
    TENOR_ROLE_TITLE,
    TENOR_ROLE_BODY,
    TENOR_ROLE_HEADING,
    TENOR_ROLE_CAPTION,
    TENOR_ROLE_BYLINE,
    TENOR_ROLE_CREDIT,
    TENOR_ROLE_LINK,
    TENOR_ROLE_BOILERPLATE
} tenor_role;
TENOR_API const char *tenor_role_name(tenor_role role);

/* A part of a score: what a sentence is like (src/rank/features.def), and how much that counts. */
typedef struct tenor_score_part {
    const char *name;
    double value, weight;
} tenor_score_part;

/* A sentence of the story. `index` counts from 0; the headline's is TENOR_NO_INDEX. */
#define TENOR_NO_INDEX ((size_t)-1)
typedef struct tenor_sentence {
    size_t index;
    tenor_span span;   /* in the input; {0, 0} when the headline was given apart from the text */
    tenor_string text; /* as written, line breaks included; writers print white space as one space */
    size_t words;
    double score; /* of the ranker; comparable within one text only */
    bool chosen;  /* is in the summary */
    const tenor_hit *hits;
    size_t n_hits;
    size_t document;    /* of several texts: which one of the sources it is of; `span` is in that one's text */
    double said_before; /* 0 ... 1: with `since`, the largest cosine to a sentence of the background */
    double raw;         /* tone: the decayed mean of the hits' final weights; 0 without hits */
    /* With the option `account`: */
    size_t pick;          /* 1, 2, ... by order of choice; 0: not chosen */
    double likeness;      /* 0 ... 1: largest cosine to the sentences chosen before */
    double length_cost;   /* what its length took from its score when it was last weighed (`news`) */
    bool dangling;        /* opens with a word that points back */
    double worth;         /* the score less what likeness, length and pointing back cost: what the choice went by */
    const char *left_out; /* why it is not in the summary: "lower" (others are worth more), "too_long" (for what
                             was left of the budget, when one worth less was taken), "same_words", "near_copy"
                             (as or of one that is in it), "said_before" (in much these words, by the background),
                             "few_words", "length" (not as asked for); NULL: it is */
    const tenor_score_part *parts; /* what the score is the sum of, where the ranker weighs features */
    size_t n_parts;
} tenor_sentence;

typedef struct tenor_summary {
    const char *ranker;
    const tenor_sentence *const *sentences; /* in order of the text, or the best first */
    size_t count;
    bool account;                    /* all sentences of the text tell how they came out */
    const char *const *must_missing; /* those of the option `must` that no sentence of the summary answers */
    size_t n_must_missing;
} tenor_summary;

/* A word or phrase that stands for what the text is about (TextRank: Mihalcea and Tarau 2004, section 3). */
typedef struct tenor_keyword {
    tenor_string text;       /* as first written in the text */
    double score;            /* 1: the best; comparable within one text only */
    const tenor_span *spans; /* every occurrence, in order */
    size_t count;
    const size_t *documents; /* of several texts: which one each occurrence is in; else NULL */
} tenor_keyword;

/* How tense something sounds. All fields but the counts mean nothing unless `scored`. */
typedef struct tenor_tone {
    bool scored;    /* false: no mention or no hit - print null, never 0 */
    double tension; /* 0 ... 100 */
    tenor_band band;
    double low, high; /* 90 % interval of tension */
    double intensity; /* 0 ... 100: how much conflict matter a sentence holds: force counts in full, words and crime
                         less */
    double direction; /* -1 easing ... +1 escalating */
    bool has_sentiment;
    double sentiment; /* -1 ... +1 */
    size_t hits;
} tenor_tone;

typedef enum tenor_via {
    TENOR_VIA_NAME,     /* the sentence names the topic */
    TENOR_VIA_DEFINITE, /* "the peninsula" */
    TENOR_VIA_CARRY,    /* follows a sentence that does */
    TENOR_VIA_TITLE     /* the headline */
} tenor_via;
TENOR_API const char *tenor_via_name(tenor_via via);

/* A sentence's part in a topic's number. */
typedef struct tenor_evidence {
    const tenor_sentence *sentence;
    tenor_via via;
    double share;         /* 0 ... 1: how much the sentence counts for the topic */
    double raw;           /* tone of the part that concerns the topic */
    size_t first, n_hits; /* the hits of that part: sentence->hits[first ... first + n_hits - 1] */
} tenor_evidence;

/* What a topic's tension would be without one of its sentences: the number made again from the others. */
typedef struct tenor_change {
    const tenor_evidence *without;
    bool scored; /* false: no word of tone would be left */
    double tension;
    tenor_band band;
} tenor_change;

typedef struct tenor_topic {
    const char *name;           /* "north-korea" */
    const char *title;          /* "North Korea" */
    size_t mentions, sentences; /* names found; sentences that count for the topic */
    bool low_evidence;          /* fewer than 3 sentences */
    tenor_tone tone;
    const tenor_evidence *evidence; /* every sentence that counts, the most telling first */
    size_t n_evidence;
    const tenor_sentence *gist; /* what the text says of it in one sentence: the one that `focus` on the topic would
                                   take; NULL: only the headline names it, or none was asked for */
    const tenor_change
        *changes; /* with the option `account`: what would change tension most, at most 3, the most first */
    size_t n_changes;
} tenor_topic;

/* Each is NULL (or counts 0) before a first successful analysis. */
TENOR_API const tenor_document *tenor_result_document(const tenor_result *result);
TENOR_API const tenor_input *tenor_result_input(const tenor_result *result); /* as given: for offsets in characters */
TENOR_API const tenor_summary *tenor_result_summary(const tenor_result *result); /* NULL: not asked for */
TENOR_API const tenor_keyword *tenor_result_keywords(const tenor_result *result, size_t *count); /* best first */
TENOR_API const tenor_tone *tenor_result_overall(const tenor_result *result); /* NULL: not asked for */
/* What would change the overall tension most, the most first: at most 3, with the option `account`. */
TENOR_API const tenor_change *tenor_result_changes(const tenor_result *result, size_t *count);
TENOR_API const tenor_topic *tenor_result_topics(const tenor_result *result, size_t *count);
TENOR_API const tenor_sentence *tenor_result_sentences(const tenor_result *result, size_t *count); /* headline first */
TENOR_API const tenor_data_info *tenor_result_data(const tenor_result *result, size_t *count);

/* A block of the input and the role it was given. */
typedef struct tenor_block {
    tenor_span span; /* {0, 0}: stands nowhere in the text: a headline given apart, what was left out of a page */
    tenor_string text;
    tenor_role role;
    const char *reason; /* why: one phrase, or the pattern that the block fits ... */
    size_t line;        /* ... and its line in the language's boilerplate.tsv; 0: it is no pattern */
} tenor_block;
TENOR_API const tenor_block *tenor_result_blocks(const tenor_result *result, size_t *count);

/* ------------------------------------------------------------- 5. Rendering */

/* Takes `length` bytes; returns false to stop. */
typedef bool (*tenor_write_fn)(const char *data, size_t length, void *payload);

typedef struct tenor_render_options {
    size_t size;
    unsigned parts;     /* TENOR_PART_*; what was not analysed is left out all the same */
    size_t width;       /* columns of the terminal, for the text writer; 0: 80 */
    bool color;         /* ANSI escape sequences */
    bool chars;         /* offsets in characters instead of bytes */
    size_t evidence;    /* evidence sentences a topic in JSON; default 3 */
    const char *topic;  /* explain: only this topic; NULL: all */
    const char *fields; /* JSON and CSV: only these keys or columns, separated by commas; NULL: all */
} tenor_render_options;
#define TENOR_RENDER_OPTIONS_INIT \
    { sizeof(tenor_render_options), TENOR_PART_ALL, 0, false, false, 3, NULL, NULL }

/* Writes the result as `writer` (a name of tenor_writers()) does. The text between a record's own fields and
 * tenor's is the caller's affair: "json" is the inner object, on one line.
 * Errors: TENOR_E_USAGE, TENOR_E_MEMORY, TENOR_E_IO when `write` returned false. */
TENOR_API tenor_status tenor_render(const tenor_result *result, const char *writer, const tenor_render_options *options,
                                    tenor_write_fn write, void *payload, tenor_error *error);

/* ----------------------------------------------------------------- 6. Batch */

/* Fills at most `capacity` bytes and sets *length, 0 at the end; returns false on a read error (errno says why). */
typedef bool (*tenor_read_fn)(char *data, size_t capacity, size_t *length, void *payload);

/* What becomes of a bad record. */
typedef enum tenor_on_error {
    TENOR_ON_ERROR_EMIT, /* an error record in its place, and on */
    TENOR_ON_ERROR_SKIP, /* nothing in its place */
    TENOR_ON_ERROR_FAIL  /* the run ends */
} tenor_on_error;

typedef struct tenor_batch_stats {
    size_t records;                 /* done: written, or skipped as bad ones */
    size_t failed;                  /* of them: bad records */
    size_t unreadable;              /* of these: files that the system would not read to their end */
    size_t uncovered;               /* records in a language that has no lexicons */
    size_t undated;                 /* with a date_field: records in which it has nothing that looks like a date */
    size_t digests;                 /* with a merge_field: written */
    size_t digests_again;           /* of them: of a value that others had come between */
    size_t duplicates;              /* dedup: records that are near-copies of an earlier one */
    size_t errors[TENOR_STATUSES];  /* bad records by status */
    size_t bytes_in;                /* taken in, as they were before decompression */
    size_t bytes_out;               /* given to `write` */
    size_t error_bytes_out;         /* given to `write_error` */
    unsigned long long fingerprint; /* of what the records done were read from */
    double p50, p95, p99;           /* milliseconds a record took; set at the end of the run */
    bool whole;                     /* what was written stands by itself: compressed data ends with a frame */
    bool stopped;                   /* `watch` ended the run before the input's end */
} tenor_batch_stats;

/* Called from the thread that called tenor_batch: after each record (idle: false), and while the input has nothing
 * ready (idle: true; what was written should go out now). Returns false to end the run after the records at work. */
typedef bool (*tenor_watch_fn)(const tenor_batch_stats *stats, bool idle, void *payload);

typedef struct tenor_batch_options {
    size_t size;
    const tenor_options *analysis; /* parts 0: records pass through, for `dedup` alone. With max_bytes, a record may
                                      have four times as many, and 1 MiB */
    const tenor_render_options *render;
    /* Input: `read`, or else files. Compressed files (gzip, zstd, xz, bzip2) and archives (tar, zip) are unpacked. */
    tenor_read_fn read;
    void *read_payload;
    const char *source;        /* names what `read` reads */
    const char *const *inputs; /* files and directories; "-": standard input */
    size_t n_inputs;
    const char *list;        /* a file of more names, one a line; "-": standard input */
    bool list_nul;           /* names in it end in NUL */
    const char *from;        /* "auto", "jsonl", "json" (objects, in an array or not), "csv", "tsv", "text", "html"; the
                                last two: a file, a record */
    const char *id_field;    /* default "id"; without one, the id is source#line (json: source#number), or the file's
                                name */
    const char *text_field;  /* default "text". Fields are names, in JSON also pointers: "/body/text" */
    const char *title_field; /* NULL: none */
    const char *date_field;  /* passed on as "date", as it stands; NULL: none */
    const char *lang_field;  /* a language code ("en", "de-AT"), where tenor is not to find out; NULL: none */
    const char *targets_field; /* an array of strings: topics of that record; in CSV "A|B"; NULL: none */
    const char *merge_field;   /* records that follow each other with the same value in it are one digest, whose id is
                                  the value; NULL: none */
    const char *const *keep;   /* fields passed through as they stand, in JSON also by pointer; "*": all */
    size_t n_keep;
    /* Output, in order of the input */
    const char *to;       /* "jsonl", "csv", "tsv" */
    const char *compress; /* "gz", "zst"; NULL: not */
    tenor_write_fn write;
    void *write_payload;
    tenor_write_fn write_error; /* takes the error record of each bad record, as JSON Lines; NULL: none */
    void *error_payload;
    tenor_on_error on_error;
    bool skip_uncovered;      /* leave out records in a language that has no lexicons, whose tone would be null */
    size_t max_errors;        /* the run ends at the first bad record beyond; TENOR_NO_LIMIT */
    double max_error_percent; /* the same, of the records so far, from the 1,000th on and at the end; 100 */
    /* Work */
    size_t workers;                  /* threads; 0: one a processor */
    bool unordered;                  /* records out as they are done */
    size_t shard, shards;            /* only every shards-th record, from the shard-th on (from 1); 0: all */
    const tenor_batch_stats *resume; /* of a run that ended when `whole` was true: go on after its records */
    bool dedup;                      /* mark near-copies: "dup_of", "cluster" */
    bool dedup_drop;                 /* and leave them out */
    size_t dedup_window;             /* records remembered; 0: 262144, about 85 MB */
    double dedup_threshold;          /* share of word triples in common that makes a copy; 0: 0.5 */
    tenor_watch_fn watch;
    void *watch_payload;
} tenor_batch_options;
#define TENOR_NO_LIMIT ((size_t)-1)
#define TENOR_BATCH_OPTIONS_INIT                                                                                    \
    {                                                                                                               \
        .size = sizeof(tenor_batch_options), .from = "auto", .id_field = "id", .text_field = "text", .to = "jsonl", \
        .max_errors = TENOR_NO_LIMIT, .max_error_percent = 100                                                      \
    }

/* Records in, records out, one for each (or with merge_field for each digest, behind the bad records of it), in order
 * and with the same bytes whatever the number of workers. A bad record becomes an error record and the run goes on.
 * Memory is bounded by the largest records, not by how many there are. `read`, `write` and `watch` are called from the
 * caller's thread alone. Errors: TENOR_E_USAGE; TENOR_E_MEMORY; TENOR_E_IO when `write` returned false;
 * TENOR_E_NO_LIBRARY (compress); any status of a bad record when that ended the run. stats (may be NULL) is filled in
 * any case. */
TENOR_API tenor_status tenor_batch(const tenor_engine *engine, const tenor_batch_options *options,
                                   tenor_batch_stats *stats, tenor_error *error);

/* ------------------------------------------------------------ 7. Evaluation */

/* ROUGE (Lin, "ROUGE: A Package for Automatic Evaluation of Summaries", 2004), equal to the Python package rouge-score:
 * words are runs of a-z and 0-9 in lower case. */
typedef enum tenor_rouge_kind {
    TENOR_ROUGE_1,    /* words */
    TENOR_ROUGE_2,    /* pairs of neighbours */
    TENOR_ROUGE_L,    /* longest common subsequence of the whole */
    TENOR_ROUGE_LSUM, /* of sentences: each line of a text is one */
    TENOR_ROUGES
} tenor_rouge_kind;
TENOR_API const char *tenor_rouge_name(tenor_rouge_kind kind); /* "rouge1", "rouge2", "rougeL", "rougeLsum" */

typedef struct tenor_rouge_score {
    double precision, recall, f1; /* 0 ... 1 */
} tenor_rouge_score;

/* Scores one summary; of several references the best by F1 counts, for each kind apart. `stem`: words of more than
 * three letters are brought to their stem (Porter 1980). Errors: TENOR_E_USAGE without a reference, TENOR_E_MEMORY,
 * TENOR_E_TOO_LARGE (lines of more than 46,000 words or so in both). Time
 * grows with the product of the numbers of words, 64 pairs a step; memory with their sum, and for the longest lines
 * with an eighth of a byte a pair. */
TENOR_API tenor_status tenor_rouge(tenor_rouge_score out[TENOR_ROUGES], tenor_string system,
                                   const tenor_string *references, size_t n_references, bool stem, tenor_error *error);

typedef enum tenor_eval_format {
    TENOR_EVAL_TEXT,  /* a file is one summary */
    TENOR_EVAL_LINES, /* each line is one */
    TENOR_EVAL_JSONL  /* each line is a record that has one */
} tenor_eval_format;

typedef struct tenor_eval_options {
    size_t size;
    tenor_eval_format format;
    const char *field; /* JSONL: a string, an array of sentences, or what tenor writes; NULL: "summary", or that of a
                          record of tenor's */
    bool stem;
    size_t samples; /* of the bootstrap */
} tenor_eval_options;
#define TENOR_EVAL_OPTIONS_INIT \
    { sizeof(tenor_eval_options), TENOR_EVAL_TEXT, NULL, true, 1000 }

typedef struct tenor_eval_file {
    const char *name; /* for messages */
    tenor_string text;
} tenor_eval_file;

typedef struct tenor_eval_row {
    tenor_rouge_score mean, low, high; /* 95 % interval of the mean by bootstrap, the same draws every time */
} tenor_eval_row;

typedef struct tenor_eval {
    size_t summaries;
    tenor_eval_row rows[TENOR_ROUGES];
} tenor_eval;

/* Scores all summaries of a file against the ones at the same place of each reference file.
 * Errors: those of tenor_rouge; TENOR_E_USAGE when the files have not the same number of summaries, or none;
 * TENOR_E_INVALID_JSON and the like with source and line. */
TENOR_API tenor_status tenor_evaluate(tenor_eval *out, const tenor_eval_file *system, const tenor_eval_file *references,
                                      size_t n_references, const tenor_eval_options *options, tenor_error *error);

#ifdef __cplusplus
}
#endif
#endif
