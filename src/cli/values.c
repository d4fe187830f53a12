/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/values.h"

#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/file.h"
#include "base/span.h"
#include "cli/suggest.h"

/* ---- plain ---- */

static void *field_of(tn_cli *cli, const tn_option *option) { return (char *)&cli->settings + option->field; }

tenor_status tn_set_flag(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error) {
    (void)value, (void)error;
    *(bool *)field_of(cli, option) = true;
    return TENOR_OK;
}

tenor_status tn_set_text(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error) {
    (void)error;
    *(const char **)field_of(cli, option) = value;
    return TENOR_OK;
}

static tenor_status push(tn_cli *cli, tn_strings *list, const char *value, tenor_error *error) {
    const char **slot = TN_PUSH(&cli->arena, list);
    if (!slot) return tn_fail_memory(error);
    *slot = value;
    return TENOR_OK;
}

tenor_status tn_set_list(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error) {
    if (!*value) return tn_fail(error, TENOR_E_USAGE, "option '--%s' needs a value that is not empty", option->name);
    return push(cli, field_of(cli, option), value, error);
}

/* A copy of `text` that ends in NUL. */
static char *copy(tn_cli *cli, tenor_string text) {
    char *bytes = tn_alloc(&cli->arena, text.length + 1);
    if (bytes && text.length) memcpy(bytes, text.data, text.length);
    return bytes;
}

/* The library says "*" for all fields, which a shell would expand. */
tenor_status tn_set_keep(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error) {
    tenor_string rest = tn_str(value), part;
    while (tn_split(&rest, ',', &part)) {
        if (part.length == 0) continue;
        const char *name = tn_equal(part, TN_STR("all")) ? "*" : copy(cli, part);
        if (!name) return tn_fail_memory(error);
        TN_TRY(push(cli, field_of(cli, option), name, error));
    }
    return TENOR_OK;
}

/* A file with a word or phrase on each line; lines that begin with # are remarks. */
tenor_status tn_set_words(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error) {
    tn_buf text = TN_BUF_INIT;
    tenor_status status = tn_read_file(&text, value, error);
    tenor_string rest = tn_buf_string(&text), line;
    while (status == TENOR_OK && tn_split(&rest, '\n', &line)) {
        line = tn_trim(line);
        if (line.length == 0 || line.data[0] == '#') continue;
        const char *word = copy(cli, line);
        status = word ? push(cli, field_of(cli, option), word, error) : tn_fail_memory(error);
    }
    tn_buf_free(&text);
    return status;
}

/* ---- numbers ---- */

static tenor_status fail_value(const tn_option *option, const char *value, const char *wants, tenor_error *error) {
    return tn_fail(error, TENOR_E_USAGE, "option '--%s' takes %s, not '%s'", option->name, wants, value);
}

/* All of `text`, in plain decimal notation: no white space, no hexadecimal, no infinity. */
static bool read_number(const char *text, double *number) {
    char *end;
    if (!isdigit((unsigned char)text[0]) && text[0] != '.') return false;
    if (strpbrk(text, "xXpP")) return false;
    *number = strtod(text, &end);
    return end != text && *end == '\0' && isfinite(*number);
}

static bool read_count(const char *text, size_t *count) {
    char *end;
    if (!isdigit((unsigned char)text[0])) return false;
    errno = 0;
    unsigned long long number = strtoull(text, &end, 10);
    if (errno || *end || number == 0 || number > SIZE_MAX / 2) return false;
    *count = (size_t)number;
    return true;
}

static tenor_budget budget_of(const char *name) {
    switch (name[0]) {
        case 'w': return TENOR_BUDGET_WORDS;
        case 'c': return TENOR_BUDGET_CHARS;
        case 'p': return TENOR_BUDGET_PERCENT;
        default: return TENOR_BUDGET_SENTENCES;
    }
}

tenor_status tn_set_budget(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error) {
    tenor_options *analysis = &cli->settings.analysis;
    size_t count = 0;
    analysis->budget = budget_of(option->name);
    if (analysis->budget == TENOR_BUDGET_PERCENT) {
        bool good = read_number(value, &analysis->amount) && analysis->amount > 0 && analysis->amount <= 100;
        return good ? TENOR_OK : fail_value(option, value, "a number over 0, at most 100", error);
    }
    if (!read_count(value, &count)) return fail_value(option, value, "a whole number from 1 up", error);
    analysis->amount = (double)count;
    return TENOR_OK;
}

tenor_status tn_set_diversity(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error) {
    double *diversity = &cli->settings.analysis.diversity;
    bool good = read_number(value, diversity) && *diversity <= 1;
    return good ? TENOR_OK : fail_value(option, value, "a number from 0 to 1", error);
}

tenor_status tn_set_width(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error) {
    bool good = read_count(value, &cli->settings.width) && cli->settings.width <= 10000;
    return good ? TENOR_OK : fail_value(option, value, "a whole number from 1 to 10000", error);
}

tenor_status tn_set_count(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error) {
    bool good = read_count(value, field_of(cli, option));
    return good ? TENOR_OK : fail_value(option, value, "a whole number from 1 up", error);
}

tenor_status tn_set_parameter(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error) {
    double *share = field_of(cli, option);
    bool good = read_number(value, share) && *share < 1;
    return good ? TENOR_OK : fail_value(option, value, "a number from 0 to less than 1", error);
}

/* The library says 0 for the default. */
tenor_status tn_set_damping(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error) {
    double *damping = &cli->settings.analysis.damping;
    bool good = read_number(value, damping) && *damping > 0 && *damping < 1;
    return good ? TENOR_OK : fail_value(option, value, "a number over 0, less than 1", error);
}

tenor_status tn_set_weights(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error) {
    double *weights = cli->settings.analysis.weights, sum = 0;
    tenor_string rest = tn_str(value), part;
    size_t count = 0;
    bool good = true;
    for (; good && tn_split(&rest, ',', &part); count++) {
        const char *number = copy(cli, part);
        if (!number) return tn_fail_memory(error);
        good = count < 4 && read_number(number, &weights[count]);
        if (good) sum += weights[count];
    }
    good = good && count == 4 && sum > 0;
    return good ? TENOR_OK : fail_value(option, value, "four numbers from 0 up, not all 0, as 1,0,1,1", error);
}

tenor_status tn_set_time_limit(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error) {
    double *limit = &cli->settings.analysis.time_limit;
    bool good = read_number(value, limit) && *limit > 0;
    return good ? TENOR_OK : fail_value(option, value, "a number of seconds over 0", error);
}

tenor_status tn_set_share(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error) {
    double *share = field_of(cli, option);
    bool good = read_number(value, share) && *share > 0 && *share <= 1;
    return good ? TENOR_OK : fail_value(option, value, "a number over 0, at most 1", error);
}

/* "100" or "1%"; "0" allows none. */
tenor_status tn_set_max_errors(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error) {
    tn_error_limit *limit = field_of(cli, option);
    size_t length = strlen(value);
    char *number = copy(cli, (tenor_string){value, length});
    if (!number) return tn_fail_memory(error);
    bool percent = length && value[length - 1] == '%';
    if (percent) number[length - 1] = '\0';
    bool zero = strcmp(number, "0") == 0;
    if (zero && !percent) limit->count = 0;
    bool good = percent ? read_number(number, &limit->percent) && limit->percent <= 100
                        : zero || read_count(number, &limit->count);
    return good ? TENOR_OK : fail_value(option, value, "a number of records, or a share such as 1%", error);
}

tenor_status tn_set_shard(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error) {
    tn_shard *shard = field_of(cli, option);
    const char *slash = strchr(value, '/');
    char *index = slash ? copy(cli, (tenor_string){value, (size_t)(slash - value)}) : NULL;
    if (slash && !index) return tn_fail_memory(error);
    bool good = slash && read_count(index, &shard->index) && read_count(slash + 1, &shard->count) &&
                shard->index <= shard->count;
    return good ? TENOR_OK : fail_value(option, value, "I/N, with I from 1 to N", error);
}

/* 0 says that there is none, even where there would be one by default. */
tenor_status tn_set_max_bytes(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error) {
    size_t *limit = &cli->settings.analysis.max_bytes;
    bool none = strcmp(value, "0") == 0, good = none || read_count(value, limit);
    if (none) *limit = TENOR_NO_LIMIT;
    return good ? TENOR_OK : fail_value(option, value, "a whole number from 0 up", error);
}

/* ---- names ---- */

tenor_status tn_set_ranker(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error) {
    (void)option;
    size_t count;
    const tenor_named *rankers = tenor_rankers(&count);
    tn_suggestion suggestion = tn_suggest_for(value);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(rankers[i].name, value) == 0) {
            cli->settings.analysis.ranker = rankers[i].name;
            return TENOR_OK;
        }
        tn_suggest(&suggestion, rankers[i].name);
    }
    return tn_fail_unknown(error, "ranker", value, "", suggestion.nearest);
}

tenor_status tn_set_date(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error) {
    tn_date date;
    *(const char **)field_of(cli, option) = value;
    return tn_date_read(&date, tn_str(value)) ? TENOR_OK
                                              : fail_value(option, value, "a date such as 2018-05-01", error);
}

tenor_status tn_set_gate(tn_cli *cli, const tn_option *option, const char *value, tenor_error *error) {
    const char *equals = strrchr(value, '=');
    double limit = 0;
    bool good = equals && equals > value && read_number(equals + 1, &limit) && limit <= 100;
    if (!good) return fail_value(option, value, "TOPIC=N with N from 0 to 100", error);
    tn_gate *gate = TN_PUSH(&cli->arena, &cli->settings.gates);
    char *topic = copy(cli, (tenor_string){value, (size_t)(equals - value)});
    if (!gate || !topic) return tn_fail_memory(error);
    *gate = (tn_gate){topic, limit};
    return TENOR_OK;
}
