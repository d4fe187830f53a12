/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tone/tension.h"

#include <math.h>

tn_observation tn_observe(const tn_hit *tension, size_t n_tension, const tn_hit *sentiment, size_t n_sentiment,
                          uint32_t first, uint32_t last, double share, const tn_tone_parameters *parameters) {
    tn_observation o = {.share = share};
    size_t from = 0, to;
    while (from < n_tension && tension[from].first < first) from++;
    for (to = from; to < n_tension && tension[to].last <= last; to++) {
        o.signed_sum += tension[to].final;
        o.absolute_sum += fabs(tension[to].final);
    }
    o.hits = to - from;
    o.raw = tn_hits_raw(tension + from, o.hits, parameters);
    o.matter = tn_hits_matter(tension + from, o.hits, parameters);
    for (size_t i = 0; i < n_sentiment; i++) {
        if (sentiment[i].first < first || sentiment[i].last > last) continue;
        o.sentiment -= sentiment[i].final;
        o.sentiment_hits++;
    }
    return o;
}

double tn_tension_of(double raw, const tn_tone_parameters *p) {
    return 100 / (1 + exp(-(p->intercept + p->slope * raw)));
}

/* The normal curve through the moments of the bootstrap: what drawing would only come near to (tension.h). */
static void set_interval(tenor_tone *out, const tn_observation *observations, size_t count, double mean, double shares,
                         const tn_tone_parameters *p) {
    const double quantile_95 = 1.6448536269514722;
    double variance = 0;
    for (size_t i = 0; i < count; i++) {
        const tn_observation *o = &observations[i];
        double off = o->raw - mean;
        if (o->hits) variance += o->share * o->share * (off * off + p->spread * p->spread);
    }
    double width = quantile_95 * sqrt(variance) / shares;
    out->low = tn_tension_of(mean - width, p);
    out->high = tn_tension_of(mean + width, p);
}

static tenor_band band_of(double tension) {
    return tension < 20   ? TENOR_BAND_CALM
           : tension < 40 ? TENOR_BAND_EASING
           : tension < 60 ? TENOR_BAND_MIXED
           : tension < 80 ? TENOR_BAND_TENSE
                          : TENOR_BAND_SEVERE;
}

/* Sums over all observations. */
typedef struct sums {
    double hit_shares, raw, intensity, signed_sum, absolute_sum, sentiment_shares, sentiment;
} sums;

static void add(sums *s, const tn_observation *o, const tn_tone_parameters *p) {
    s->signed_sum += o->share * o->signed_sum;
    s->absolute_sum += o->share * o->absolute_sum;
    if (o->hits) {
        s->hit_shares += o->share;
        s->raw += o->share * o->raw;
        s->intensity += o->share / (1 + exp((p->intensity_midpoint - o->matter) / p->intensity_scale));
    }
    if (o->sentiment_hits) {
        s->sentiment_shares += o->share;
        s->sentiment += o->share * o->sentiment / sqrt(o->sentiment * o->sentiment + p->sentiment_scale);
    }
}

tenor_status tn_tone_number(tenor_tone *out, const tn_observation *observations, size_t count,
                            const tn_tone_parameters *parameters, tenor_error *error) {
    sums s = {0};
    *out = (tenor_tone){0};
    for (size_t i = 0; i < count; i++) {
        add(&s, &observations[i], parameters);
        out->hits += observations[i].hits;
    }
    out->has_sentiment = s.sentiment_shares > 0;
    out->sentiment = out->has_sentiment ? s.sentiment / s.sentiment_shares : 0;
    if (s.hit_shares <= 0) return TENOR_OK;
    double mean = s.raw / s.hit_shares;
    out->scored = true;
    out->tension = tn_tension_of(mean, parameters);
    out->band = band_of(out->tension);
    out->intensity = 100 * s.intensity / s.hit_shares;
    out->direction = s.absolute_sum > 0 ? s.signed_sum / s.absolute_sum : 0;
    set_interval(out, observations, count, mean, s.hit_shares, parameters);
    if (!isfinite(out->tension) || !isfinite(out->low) || !isfinite(out->high))
        return tn_fail(error, TENOR_E_NUMERIC, "the tension is not a finite number");
    return TENOR_OK;
}
