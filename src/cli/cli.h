/* The program: what the command line asked for, and what a command works with.
 *
 *   main -> tn_options_parse -> tn_settings -> the command's tn_run_NAME(cli) -> exit code
 *
 * To add a command: one file, one row in commands.def. To add an option: one row in options.def.
 */
#ifndef TN_CLI_CLI_H
#define TN_CLI_CLI_H

#include "base/arena.h"
#include "base/vec.h"
#include "cli/exit.h"
#include "cli/output.h"
#include "tenor/tenor.h"

/* Commands are numbered in the order of commands.def; TN_IN(brief) is a set with one of them. */
enum {
#define TN_COMMAND(name, operands, values, about, example) TN_COMMAND_##name,
#include "cli/commands.def"
#undef TN_COMMAND
    TN_COMMANDS
};
#define TN_IN(name) (1u << TN_COMMAND_##name)
#define TN_IN_TOP (1u << 31)

typedef TN_VEC(const char *) tn_strings;

/* `score --fail-above north-korea=80` */
typedef struct tn_gate {
    const char *topic;
    double limit;
} tn_gate;

typedef TN_VEC(tn_gate) tn_gates;

/* `batch --max-errors 100`, `--max-errors 1%` */
typedef struct tn_error_limit {
    size_t count;
    double percent;
} tn_error_limit;

typedef struct tn_shard {
    size_t index, count; /* from 1; 0, 0: all */
} tn_shard;

/* An option as it was given, for the manifest of a batch. */
typedef struct tn_given {
    const struct tn_option *option;
    const char *value; /* NULL: the option takes none */
} tn_given;

typedef TN_VEC(tn_given) tn_given_list;

/* Everything options can say. Text is borrowed from argv or the arena. */
typedef struct tn_settings {
    tenor_options analysis; /* the summary's budget, ranker, diversity, max_bytes */
    tn_strings operands, topics, topic_paths, lexicon_paths, keep;
    tn_gates gates;
    tn_strings references;
    tn_strings must, bonus, stigma;
    const char *system, *summary_field, *order;
    bool no_stem, summary, blocks, merge, no_user_topics;
    const char *data_dir, *lang, *rules, *encoding, *from, *to, *output, *offsets, *color;
    const char *merge_field;
    const char *id_field, *text_field, *title_field, *date_field, *targets_field;
    size_t width; /* 0: the terminal's */
    bool quiet, verbose, help, version, man;
    const char *list, *lang_field, *on_lang_mismatch, *only, *fields, *on_error, *errors, *manifest, *stats;
    bool list_nul, unordered, resume, dedup, drop, dedup_alone;
    size_t workers, window;
    double threshold;
    tn_error_limit max_errors;
    tn_shard shard;
    tn_given_list given;
} tn_settings;

typedef struct tn_cli {
    tn_arena arena;
    tn_settings settings;
    tenor_engine *engine;
    tenor_result *result;
    tn_output output;
} tn_cli;

typedef struct tn_command {
    const char *name, *operands, *values, *about, *example;
    tn_exit (*run)(tn_cli *cli);
} tn_command;

extern const tn_command tn_commands[TN_COMMANDS];

/* NULL: there is none of that name. */
const tn_command *tn_command_find(const char *name);

/* Prints that there is none, and what may have been meant. */
tn_exit tn_unknown_command(const char *name);

static inline unsigned tn_command_bit(const tn_command *command) { return 1u << (command - tn_commands); }

/* What the settings say of the engine, in the arena. Errors: TENOR_E_MEMORY. */
tenor_status tn_engine_options(tn_cli *cli, tenor_engine_options *options, tenor_error *error);

/* Opens engine and result as the settings say; prints what is wrong. */
tn_exit tn_open_engine(tn_cli *cli);

/* Frees everything. */
void tn_cli_free(tn_cli *cli);

#define TN_COMMAND(name, operands, values, about, example) tn_exit tn_run_##name(tn_cli *cli);
#include "cli/commands.def"
#undef TN_COMMAND

#endif
