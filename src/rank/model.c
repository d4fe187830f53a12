/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank/model.h"

#include "base/linefile.h"
#include "data/table.h"

/* Where the number of that name goes; NULL: there is no such name. `which` counts the rows for `seen`. */
static double *place_of(tn_rank_model *model, tenor_string name, size_t *which) {
    for (*which = 0; *which < TN_FEATURES; ++*which)
        if (tn_equal(name, tn_str(tn_features[*which].name))) return &model->weight[*which];
    return tn_equal(name, TN_STR("scale")) ? &model->scale : NULL;
}

static tenor_status read_line(tn_rank_model *model, const tn_lines *lines, bool *seen, tenor_error *error) {
    tenor_string value = lines->text, key;
    size_t which;
    (void)tn_split(&value, '=', &key);
    if (!value.data) return tn_lines_fail(lines, lines->text, error, "'name = number' expected");
    key = tn_trim(key);
    value = tn_trim(value);
    double *place = place_of(model, key, &which);
    if (!place) return tn_lines_fail(lines, key, error, "there is no such feature");
    if (!tn_parse_number(value, place)) return tn_lines_fail(lines, value, error, "a number expected");
    seen[which] = true;
    return TENOR_OK;
}

tenor_status tn_rank_model_read(tn_rank_model *out, const tn_data_file *file, tenor_error *error) {
    bool seen[TN_FEATURES + 1] = {false};
    *out = (tn_rank_model){.scale = 1};
    tn_lines lines = tn_lines_of(file->bytes, file->path);
    while (tn_lines_next(&lines))
        if (lines.text.data[0] != '#') TN_TRY(read_line(out, &lines, seen, error));
    tenor_string end = tn_slice(lines.text, lines.text.length, lines.text.length);
    for (size_t f = 0; f < TN_FEATURES; f++)
        if (!seen[f]) return tn_lines_fail(&lines, end, error, "the weight of '%s' is missing", tn_features[f].name);
    return TENOR_OK;
}

void tn_rank_model_weights(double out[TN_FEATURES], const tn_rank_model *model) {
    for (size_t f = 0; f < TN_FEATURES; f++) out[f] = tn_news_weights[f] + model->scale * model->weight[f];
}

void tn_rank_model_image(tn_image *image, tn_rank_model *model) { TN_IMAGE_VALUE(image, model); }
