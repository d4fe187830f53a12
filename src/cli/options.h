/* The option table and its parser. */
#ifndef TN_CLI_OPTIONS_H
#define TN_CLI_OPTIONS_H

#include "base/status.h"
#include "cli/cli.h"

typedef struct tn_option tn_option;

/* Stores a value (NULL for an option without an argument). Errors: TENOR_E_USAGE, TENOR_E_MEMORY. */
typedef tenor_status (*tn_set_fn)(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error);

struct tn_option {
    const char *name, *argument, *values;
    tn_set_fn set;
    size_t field; /* offset in tn_settings */
    const char *help;
    unsigned commands;
    char letter; /* 0: none */
};

extern const tn_option tn_options[];
extern const size_t tn_option_count;

/* Parses the words after the command into cli->settings: "--name value", "--name=value", "-n3", "-qv"; "--" ends the
 * options, "-" is an operand. Options and operands may be mixed. */
tenor_status tn_options_parse(tn_cli *cli, unsigned command, int argc, char **argv, tenor_error *error);

/* Is `word` one of the words of `list` ("auto always never")? */
bool tn_is_listed(const char *list, tenor_string word);

/* The next word of a list of words; false at its end. */
bool tn_next_word(tenor_string *list, tenor_string *word);

/* "unknown THING 'WORD'", and "did you mean 'NEAREST'?" when something is near. Returns TENOR_E_USAGE. */
tenor_status tn_fail_unknown(tenor_error *error, const char *thing, const char *word, const char *prefix,
                             const char *nearest);

#endif
