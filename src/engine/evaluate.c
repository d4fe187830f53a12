/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Summaries against references: pairs from files, ROUGE of each pair, means and intervals. */
#include "base/vec.h"
#include "corpus/bootstrap.h"
#include "corpus/rouge.h"
#include "corpus/summaries.h"

typedef TN_VEC(tenor_string) summary_list;

typedef struct pair_scores {
    tenor_rouge_score of[TENOR_ROUGES];
} pair_scores;

typedef struct evaluation {
    const tenor_eval_options *options;
    tn_arena *arena;
    tenor_error *error;
} evaluation;

const char *tenor_rouge_name(tenor_rouge_kind kind) {
    static const char *const names[] = {"rouge1", "rouge2", "rougeL", "rougeLsum"};
    return (size_t)kind < TENOR_ROUGES ? names[kind] : "unknown";
}

/* The best by F1 of several references, measure by measure, as rouge-score has it. */
static tenor_status score_pair(tenor_rouge_score out[TENOR_ROUGES], tenor_string system, const tenor_string *references,
                               size_t n, bool stem, tn_arena *arena, tenor_error *error) {
    for (size_t r = 0; r < n; r++) {
        tenor_rouge_score scores[TENOR_ROUGES];
        TN_TRY(tn_rouge(scores, system, references[r], stem, arena, error));
        for (size_t k = 0; k < TENOR_ROUGES; k++)
            if (r == 0 || scores[k].f1 > out[k].f1) out[k] = scores[k];
    }
    return TENOR_OK;
}

tenor_status tenor_rouge(tenor_rouge_score out[TENOR_ROUGES], tenor_string system, const tenor_string *references,
                         size_t n_references, bool stem, tenor_error *error) {
    tn_arena arena = TN_ARENA_INIT;
    if (n_references == 0) return tn_fail(error, TENOR_E_USAGE, "there is no reference to compare with");
    tenor_status status = score_pair(out, system, references, n_references, stem, &arena, error);
    tn_arena_free(&arena);
    return status;
}

/* ---- files ---- */

static tenor_status add_summary(evaluation *e, summary_list *list, tenor_string text) {
    tenor_string *added = TN_PUSH(e->arena, list);
    if (!added) return tn_fail_memory(e->error);
    *added = text;
    return TENOR_OK;
}

static tenor_status read_line(evaluation *e, summary_list *list, tn_summary_reader *reader, tenor_string line) {
    if (!reader) return add_summary(e, list, line);
    tenor_string summary;
    TN_TRY(tn_summary_read(&summary, reader, line, e->options->field, e->arena, e->error));
    return add_summary(e, list, summary);
}

static tenor_status read_lines(evaluation *e, summary_list *list, tn_summary_reader *reader,
                               const tenor_eval_file *file) {
    tenor_string rest = file->text, line;
    for (size_t number = 1; tn_split(&rest, '\n', &line); number++) {
        if (!rest.data && line.length == 0) break; /* after the last end of line */
        if (reader && tn_trim(line).length == 0) continue;
        tenor_status status = read_line(e, list, reader, line);
        if (status == TENOR_OK) continue;
        tn_error_source(e->error, file->name);
        if (e->error) e->error->line = number;
        return status;
    }
    return TENOR_OK;
}

static tenor_status read_file(evaluation *e, summary_list *list, const tenor_eval_file *file) {
    if (e->options->format == TENOR_EVAL_TEXT) return add_summary(e, list, file->text);
    if (e->options->format == TENOR_EVAL_LINES) return read_lines(e, list, NULL, file);
    tn_summary_reader *reader;
    TN_TRY(tn_summary_reader_new(&reader, e->error));
    tenor_status status = read_lines(e, list, reader, file);
    tn_summary_reader_free(reader);
    return status;
}

/* lists[0] the system's, then one a reference; all of one length. */
static tenor_status read_all(evaluation *e, summary_list *lists, const tenor_eval_file *system,
                             const tenor_eval_file *references, size_t n_references) {
    TN_TRY(read_file(e, &lists[0], system));
    for (size_t r = 0; r < n_references; r++) {
        TN_TRY(read_file(e, &lists[r + 1], &references[r]));
        if (lists[r + 1].count != lists[0].count)
            return tn_fail(e->error, TENOR_E_USAGE, "%s has %zu summaries, %s has %zu", system->name, lists[0].count,
                           references[r].name, lists[r + 1].count);
    }
    if (lists[0].count == 0) return tn_fail(e->error, TENOR_E_USAGE, "%s has no summary", system->name);
    return TENOR_OK;
}

/* ---- scores ---- */

static tenor_status score_all(evaluation *e, pair_scores *scores, const summary_list *lists, size_t n_references) {
    tn_arena scratch = TN_ARENA_INIT;
    tenor_status status = TENOR_OK;
    tenor_string *references = TN_NEW_ARRAY(e->arena, n_references, tenor_string);
    if (!references) return tn_fail_memory(e->error);
    for (size_t i = 0; i < lists[0].count && status == TENOR_OK; i++) {
        for (size_t r = 0; r < n_references; r++) references[r] = lists[r + 1].at[i];
        status =
            score_pair(scores[i].of, lists[0].at[i], references, n_references, e->options->stem, &scratch, e->error);
        tn_arena_reset(&scratch);
    }
    tn_arena_free(&scratch);
    return status;
}

/* One of the three numbers of a measure: `which` is its place in tenor_rouge_score. */
static tenor_status summarise(evaluation *e, tenor_eval_row *row, const pair_scores *scores, size_t n, size_t kind,
                              size_t which) {
    double *values = TN_NEW_ARRAY(e->arena, n, double), sum = 0;
    if (!values) return tn_fail_memory(e->error);
    for (size_t i = 0; i < n; i++) {
        const tenor_rouge_score *score = &scores[i].of[kind];
        values[i] = which == 0 ? score->precision : which == 1 ? score->recall : score->f1;
        sum += values[i];
    }
    double low, high, mean = sum / (double)n;
    TN_TRY(tn_bootstrap_mean(&low, &high, values, n, e->options->samples, e->arena, e->error));
    double *const to[] = {&row->mean.precision, &row->low.precision, &row->high.precision,
                          &row->mean.recall,    &row->low.recall,    &row->high.recall,
                          &row->mean.f1,        &row->low.f1,        &row->high.f1};
    *to[3 * which] = mean;
    *to[3 * which + 1] = low;
    *to[3 * which + 2] = high;
    return TENOR_OK;
}

static tenor_status evaluate(evaluation *e, tenor_eval *out, const tenor_eval_file *system,
                             const tenor_eval_file *references, size_t n_references) {
    summary_list *lists = TN_NEW_ARRAY(e->arena, n_references + 1, summary_list);
    if (!lists) return tn_fail_memory(e->error);
    TN_TRY(read_all(e, lists, system, references, n_references));
    pair_scores *scores = TN_NEW_ARRAY(e->arena, lists[0].count, pair_scores);
    if (!scores) return tn_fail_memory(e->error);
    TN_TRY(score_all(e, scores, lists, n_references));
    out->summaries = lists[0].count;
    for (size_t kind = 0; kind < TENOR_ROUGES; kind++)
        for (size_t which = 0; which < 3; which++)
            TN_TRY(summarise(e, &out->rows[kind], scores, lists[0].count, kind, which));
    return TENOR_OK;
}

tenor_status tenor_evaluate(tenor_eval *out, const tenor_eval_file *system, const tenor_eval_file *references,
                            size_t n_references, const tenor_eval_options *given, tenor_error *error) {
    tenor_eval_options options = TENOR_EVAL_OPTIONS_INIT;
    tn_arena arena = TN_ARENA_INIT;
    if (given) memcpy(&options, given, given->size < sizeof options ? given->size : sizeof options);
    *out = (tenor_eval){0};
    if (n_references == 0) return tn_fail(error, TENOR_E_USAGE, "there is no reference to compare with");
    if (options.samples == 0) options.samples = 1;
    evaluation e = {&options, &arena, error};
    tenor_status status = evaluate(&e, out, system, references, n_references);
    tn_arena_free(&arena);
    return status;
}
