/* calibrate FILE...: fits the curve from raw tone to tension on labelled sentences.
 *
 * FILE has JSON Lines with "text" and "label" (1 conflict, 0 cooperation, anything else: left out), or rows as
 * tests/data/events.tsv has them (class TAB + or - TAB text). A text's raw tone
 * is the mean over its sentences with hits; texts without hits have no number and are left out. The model is
 *
 *   P(conflict) = 1 / (1 + exp(-(a + b raw)))
 *
 * fitted by iteratively reweighted least squares (McCullagh & Nelder 1989, ch. 4). What it is worth is told by
 * five-fold cross-validation: predicted against observed share of conflict by band, and the expected calibration error,
 * the mean distance of the two weighted with the bands' sizes (Naeini et al. 2015). Prints the lines for
 * models/en/tone.conf. */
#include <gsl/gsl_linalg.h>
#include <json-c/json.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tenor/tenor.h>

enum { FOLDS = 5, BANDS = 5, MOST_STEPS = 50 };

typedef struct sample {
    double raw;
    int label;
} sample;

typedef struct samples {
    sample *at;
    size_t count, room;
} samples;

typedef struct curve {
    double intercept, slope;
} curve;

static void fail(const char *what, const char *detail) {
    fprintf(stderr, "calibrate: %s: %s\n", what, detail);
    exit(3);
}

static void add(samples *s, double raw, int label) {
    if (s->count == s->room) {
        s->room = s->room ? 2 * s->room : 1024;
        s->at = realloc(s->at, s->room * sizeof *s->at);
        if (!s->at) fail("memory", "out of it");
    }
    s->at[s->count++] = (sample){raw, label};
}

/* Mean raw tone of the sentences with hits. False: there is none. */
static int raw_tone(const tenor_result *result, double *raw) {
    size_t count, n = 0;
    const tenor_sentence *sentences = tenor_result_sentences(result, &count);
    *raw = 0;
    for (size_t i = 0; i < count; i++)
        if (sentences[i].n_hits) *raw += sentences[i].raw, n++;
    if (n) *raw /= (double)n;
    return n > 0;
}

static void read_text(samples *out, const tenor_engine *engine, tenor_result *result, const char *text, int label) {
    tenor_error error;
    tenor_options options = TENOR_OPTIONS_INIT;
    tenor_input input = {.text = {text, strlen(text)}};
    double raw;
    options.parts = TENOR_PART_TONE;
    if (tenor_analyze(result, engine, &input, &options, &error) != TENOR_OK) fail("a text", error.message);
    if (raw_tone(result, &raw)) add(out, raw, label);
}

static void read_json(samples *out, const tenor_engine *engine, tenor_result *result, const char *line) {
    struct json_object *row = json_tokener_parse(line), *text = NULL, *label = NULL;
    if (row && json_object_object_get_ex(row, "text", &text) && json_object_object_get_ex(row, "label", &label) &&
        json_object_is_type(label, json_type_int) && json_object_get_int(label) >= 0)
        read_text(out, engine, result, json_object_get_string(text), json_object_get_int(label) != 0);
    json_object_put(row);
}

static void read_row(samples *out, const tenor_engine *engine, tenor_result *result, char *line) {
    const char *class = strtok(line, "\t"), *sign = strtok(NULL, "\t"), *text = strtok(NULL, "\n");
    if (*class != '#' && text && (*sign == '+' || *sign == '-')) read_text(out, engine, result, text, *sign == '+');
}

static void read_line(samples *out, const tenor_engine *engine, tenor_result *result, char *line) {
    if (*line == '{') read_json(out, engine, result, line);
    else read_row(out, engine, result, line);
}

static void read_file(samples *out, const tenor_engine *engine, tenor_result *result, const char *path) {
    FILE *file = fopen(path, "r");
    char *line = NULL;
    size_t room = 0;
    if (!file) fail(path, "cannot be read");
    while (getline(&line, &room, file) > 0) read_line(out, engine, result, line);
    free(line);
    fclose(file);
}

static double predict(curve c, double raw) { return 1 / (1 + exp(-(c.intercept + c.slope * raw))); }

/* One Newton step: the information matrix H and the gradient g give the change H^-1 g. Returns its size. */
static double step(curve *c, const samples *s, size_t left_out) {
    double h[4] = {0}, g[2] = {0}, change[2];
    for (size_t i = 0; i < s->count; i++) {
        if (i % FOLDS == left_out) continue;
        double p = predict(*c, s->at[i].raw), w = p * (1 - p), e = s->at[i].label - p, x = s->at[i].raw;
        h[0] += w, h[1] += w * x, h[2] += w * x, h[3] += w * x * x;
        g[0] += e, g[1] += e * x;
    }
    gsl_matrix_view matrix = gsl_matrix_view_array(h, 2, 2);
    gsl_vector_view gradient = gsl_vector_view_array(g, 2), solution = gsl_vector_view_array(change, 2);
    gsl_linalg_cholesky_decomp1(&matrix.matrix);
    gsl_linalg_cholesky_solve(&matrix.matrix, &gradient.vector, &solution.vector);
    c->intercept += change[0];
    c->slope += change[1];
    return fabs(change[0]) + fabs(change[1]);
}

/* Fits all samples but every FOLDS-th from `left_out` on; FOLDS leaves none out. */
static curve fit(const samples *s, size_t left_out) {
    curve c = {0, 0};
    for (int i = 0; i < MOST_STEPS && step(&c, s, left_out) > 1e-9; i++) continue;
    return c;
}

static void print_reliability(const samples *s) {
    double predicted[BANDS] = {0}, observed[BANDS] = {0}, error = 0;
    size_t n[BANDS] = {0};
    for (size_t fold = 0; fold < FOLDS; fold++) {
        curve c = fit(s, fold);
        for (size_t i = fold; i < s->count; i += FOLDS) {
            double p = predict(c, s->at[i].raw);
            size_t band = p < 1 ? (size_t)(p * BANDS) : BANDS - 1;
            predicted[band] += p, observed[band] += s->at[i].label, n[band]++;
        }
    }
    printf("# band  texts  predicted  observed (%d-fold cross-validation)\n", FOLDS);
    for (size_t b = 0; b < BANDS; b++) {
        if (n[b] == 0) continue;
        printf("# %zu      %5zu  %9.3f  %8.3f\n", b, n[b], predicted[b] / (double)n[b], observed[b] / (double)n[b]);
        error += fabs(predicted[b] - observed[b]) / (double)s->count;
    }
    printf("# expected calibration error %.4f over %zu texts\n", error, s->count);
}

int main(int argc, char **argv) {
    tenor_engine *engine;
    tenor_result *result;
    tenor_error error;
    samples all = {0};
    if (argc < 2) {
        fputs("usage: calibrate FILE...\n", stderr);
        return 2;
    }
    if (tenor_engine_open(&engine, NULL, &error) != TENOR_OK) fail("engine", error.message);
    if (tenor_result_new(&result, &error) != TENOR_OK) fail("result", error.message);
    for (int i = 1; i < argc; i++) read_file(&all, engine, result, argv[i]);
    if (all.count < 10 * FOLDS) fail("samples", "too few");
    curve c = fit(&all, FOLDS);
    print_reliability(&all);
    printf("calibration.intercept = %.2f\ncalibration.slope = %.2f\n", c.intercept, c.slope);
    tenor_result_free(result);
    tenor_engine_close(engine);
    free(all.at);
    return 0;
}
