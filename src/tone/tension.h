/* From hits and shares to the numbers beside a topic. */
#ifndef TN_TONE_TENSION_H
#define TN_TONE_TENSION_H

#include "tone/attribution.h"

/* A sentence's tone as far as it concerns something: one observation. */
typedef struct tn_observation {
    double share;                    /* 0 ... 1 */
    double raw;                      /* tn_hits_raw of its tension hits */
    double matter;                   /* tn_hits_matter of its tension hits */
    double signed_sum, absolute_sum; /* of final weights, for direction */
    double sentiment;                /* sum of final sentiment weights, good is positive */
    size_t hits, sentiment_hits;
} tn_observation;

/* Sums the hits (of both lexicons) within words [first, last). */
tn_observation tn_observe(const tn_hit *tension, size_t n_tension, const tn_hit *sentiment, size_t n_sentiment,
                          uint32_t first, uint32_t last, double share, const tn_tone_parameters *parameters);

/* The curve: 100 * logistic(intercept + slope * raw). */
double tn_tension_of(double raw, const tn_tone_parameters *parameters);

/* The numbers of a topic or of the document from its observations (DESIGN: two numbers, not one).
 *   tension    100 * logistic(intercept + slope * share-weighted mean of raw), over observations with hits
 *   interval   5th and 95th percentile of the same over a smoothed bootstrap (Efron 1979; Silverman & Young 1987), in
 *              which a replicate draws the observations with replacement and adds normal noise of `spread` to each. It
 *              is not drawn: to first order a replicate's mean is normal about m with the variance
 *              sum of s^2 ((raw - m)^2 + spread^2) over (sum of s)^2, the delta method's (Efron & Tibshirani 1993, ch.
 * 5). A few hundred draws come less near to their own limit than that does intensity  100 * share-weighted mean of
 * logistic((matter - midpoint) / scale), over observations with hits: a saturating sum direction  sum of final weights
 * over the sum of their sizes sentiment  share-weighted mean of s / sqrt(s^2 + scale), over observations with sentiment
 * hits scored is false when no observation has a hit. Errors: TENOR_E_NUMERIC. */
tenor_status tn_tone_number(tenor_tone *out, const tn_observation *observations, size_t count,
                            const tn_tone_parameters *parameters, tenor_error *error);

#endif
