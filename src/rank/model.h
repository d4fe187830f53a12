/* What ranking knows of a language: models/<lang>/ranker.conf. */
#ifndef TN_RANK_MODEL_H
#define TN_RANK_MODEL_H

#include "base/image.h"
#include "data/source.h"
#include "rank/features.h"

/* What the ranker `learned` adds to the weights of `news`. Plain numbers. */
struct tn_rank_model {
    double weight[TN_FEATURES];
    double scale; /* from the fitted units to those of news */
};

/* out[f] = tn_news_weights[f] + scale · weight[f]. */
void tn_rank_model_weights(double out[TN_FEATURES], const tn_rank_model *model);

/* Reads "name = number" for each row of features.def and for `scale`. Errors: TENOR_E_DATA with the place. */
tenor_status tn_rank_model_read(tn_rank_model *out, const tn_data_file *file, tenor_error *error);

void tn_rank_model_image(tn_image *image, tn_rank_model *model);

#endif
