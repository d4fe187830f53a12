/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/options.h"

#include <stddef.h>
#include <string.h>

#include "base/span.h"
#include "cli/suggest.h"
#include "cli/values.h"

const tn_option tn_options[] = {
#define TN_OPTION(letter, name, argument, values, commands, set, field, help) \
    {name, argument, values, tn_set_##set, offsetof(tn_settings, field), help, commands, letter},
#include "cli/options.def"
#undef TN_OPTION
};

const size_t tn_option_count = sizeof tn_options / sizeof *tn_options;

bool tn_next_word(tenor_string *list, tenor_string *word) {
    while (tn_split(list, ' ', word))
        if (word->length) return true;
    return false;
}

bool tn_is_listed(const char *list, tenor_string word) {
    tenor_string rest = tn_str(list), listed;
    while (tn_next_word(&rest, &listed))
        if (tn_equal(listed, word)) return true;
    return false;
}

/* ---- messages ---- */

tenor_status tn_fail_unknown(tenor_error *error, const char *thing, const char *word, const char *prefix,
                             const char *nearest) {
    if (!nearest) return tn_fail(error, TENOR_E_USAGE, "unknown %s '%s%s'", thing, prefix, word);
    return tn_fail(error, TENOR_E_USAGE, "unknown %s '%s%s', did you mean '%s%s'?", thing, prefix, word, prefix,
                   nearest);
}

static bool same_name(const tn_option *option, tenor_string name) { return tn_equal(tn_str(option->name), name); }

/* The first command that takes an option of this name; NULL: none. */
static const char *whose_option(tenor_string name) {
    for (size_t i = 0; i < tn_option_count; i++)
        for (size_t k = 0; same_name(&tn_options[i], name) && k < TN_COMMANDS; k++)
            if (tn_options[i].commands & tn_command_bit(&tn_commands[k])) return tn_commands[k].name;
    return NULL;
}

static tenor_status fail_long(unsigned command, tenor_string name, tenor_error *error) {
    char word[64];
    size_t length = name.length < sizeof word - 1 ? name.length : sizeof word - 1;
    memcpy(word, name.data, length);
    word[length] = '\0';
    const char *owner = whose_option(name);
    if (owner)
        return tn_fail(error, TENOR_E_USAGE, "option '--%s' does not belong here, but to 'tenor %s'", word, owner);
    tn_suggestion suggestion = tn_suggest_for(word);
    for (size_t i = 0; i < tn_option_count; i++)
        if (tn_options[i].commands & command) tn_suggest(&suggestion, tn_options[i].name);
    return tn_fail_unknown(error, "option", word, "--", suggestion.nearest);
}

static tenor_status check_choice(const tn_option *option, const char *value, tenor_error *error) {
    if (!option->values[0] || option->values[0] == '@' || tn_is_listed(option->values, tn_str(value))) return TENOR_OK;
    tn_suggestion suggestion = tn_suggest_for(value);
    char words[4][16];
    tenor_string rest = tn_str(option->values), word;
    for (size_t i = 0; i < 4 && tn_next_word(&rest, &word) && word.length < sizeof words[i]; i++) {
        memcpy(words[i], word.data, word.length);
        words[i][word.length] = '\0';
        tn_suggest(&suggestion, words[i]);
    }
    if (suggestion.nearest)
        return tn_fail(error, TENOR_E_USAGE, "option '--%s' does not take '%s', did you mean '%s'?", option->name,
                       value, suggestion.nearest);
    return tn_fail(error, TENOR_E_USAGE, "option '--%s' does not take '%s'; it takes one of: %s", option->name, value,
                   option->values);
}

/* ---- parsing ---- */

/* The words of the command line and where we stand in them. */
typedef struct words {
    tn_cli *cli;
    unsigned command;
    int count, at;
    char **word;
} words;

static const char *next_word(words *w) { return w->at < w->count ? w->word[w->at++] : NULL; }

/* `value` is what was joined to the option, or NULL. */
static tenor_status apply(words *w, const tn_option *option, const char *value, tenor_error *error) {
    if (!option->argument && value) return tn_fail(error, TENOR_E_USAGE, "option '--%s' takes no value", option->name);
    if (option->argument && !value) value = next_word(w);
    if (option->argument && !value)
        return tn_fail(error, TENOR_E_USAGE, "option '--%s' needs a value: %s", option->name, option->argument);
    if (value) TN_TRY(check_choice(option, value, error));
    tn_given *given = TN_PUSH(&w->cli->arena, &w->cli->settings.given);
    if (!given) return tn_fail_memory(error);
    *given = (tn_given){option, value};
    return option->set(w->cli, option, value, error);
}

static tenor_status parse_long(words *w, const char *text, tenor_error *error) {
    const char *equals = strchr(text, '=');
    tenor_string name = {text, equals ? (size_t)(equals - text) : strlen(text)};
    for (size_t i = 0; i < tn_option_count; i++)
        if ((tn_options[i].commands & w->command) && same_name(&tn_options[i], name))
            return apply(w, &tn_options[i], equals ? equals + 1 : NULL, error);
    return fail_long(w->command, name, error);
}

static const tn_option *find_letter(unsigned command, char letter) {
    for (size_t i = 0; i < tn_option_count; i++)
        if ((tn_options[i].commands & command) && tn_options[i].letter && tn_options[i].letter == letter)
            return &tn_options[i];
    return NULL;
}

/* "-qn3": letters, until one takes an argument, which is the rest of the word or the next one. */
static tenor_status parse_letters(words *w, const char *letters, tenor_error *error) {
    for (; *letters; letters++) {
        const tn_option *option = find_letter(w->command, *letters);
        if (!option) return tn_fail(error, TENOR_E_USAGE, "unknown option '-%c'", *letters);
        if (option->argument) return apply(w, option, letters[1] ? letters + 1 : NULL, error);
        TN_TRY(apply(w, option, NULL, error));
    }
    return TENOR_OK;
}

static tenor_status add_operand(words *w, const char *word, tenor_error *error) {
    const char **slot = TN_PUSH(&w->cli->arena, &w->cli->settings.operands);
    if (!slot) return tn_fail_memory(error);
    *slot = word;
    return TENOR_OK;
}

tenor_status tn_options_parse(tn_cli *cli, unsigned command, int argc, char **argv, tenor_error *error) {
    words w = {cli, command, argc, 0, argv};
    bool options = true;
    for (const char *word; (word = next_word(&w)) != NULL;) {
        if (options && strcmp(word, "--") == 0) options = false;
        else if (options && strncmp(word, "--", 2) == 0) TN_TRY(parse_long(&w, word + 2, error));
        else if (options && word[0] == '-' && word[1]) TN_TRY(parse_letters(&w, word + 1, error));
        else TN_TRY(add_operand(&w, word, error));
    }
    return TENOR_OK;
}
