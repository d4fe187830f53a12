/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tone/tension.h"

#include <math.h>

enum { REPLICATES = 200, TAIL = REPLICATES / 20, MOST_RESAMPLED = 400 };

/* SplitMix64 (Steele, Lea & Flood 2014): the bootstrap needs a few hundred numbers an article from a fixed seed, and a
 * gsl_rng would cost an allocation and a long seeding for each. */
static uint64_t next_random(uint64_t *state) {
    uint64_t z = *state += 0x9E3779B97F4A7C15ull;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
}

/* The sum of four uniform numbers, of one draw, scaled to variance 1 (Irwin-Hall): normal enough for a percentile at 5
 * and 95, and the same bits everywhere, which log and cos of a mathematical library are not. */
static double normal(uint64_t *state) {
    uint64_t z = next_random(state);
    double sum = (double)(z & 0xFFFF) + (double)(z >> 16 & 0xFFFF) + (double)(z >> 32 & 0xFFFF) + (double)(z >> 48);
    return (sum / 65536.0 - 2) * 1.7320508075688772; /* sqrt(3) */
}

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

/* The TAIL smallest of the numbers offered so far, in ascending order. */
typedef struct tail {
    double at[TAIL];
    size_t count;
} tail;

static void offer(tail *t, double value) {
    if (t->count == TAIL && value >= t->at[TAIL - 1]) return;
    size_t i = t->count < TAIL ? t->count++ : TAIL - 1;
    for (; i > 0 && t->at[i - 1] > value; i--) t->at[i] = t->at[i - 1];
    t->at[i] = value;
}

/* One bootstrap replicate of the share-weighted mean. */
static double replicate(const tn_observation *const *with_hits, size_t n, double spread, uint64_t *state) {
    double sum = 0, shares = 0;
    for (size_t i = 0; i < n; i++) {
        const tn_observation *o = with_hits[n == 1 ? 0 : next_random(state) % n];
        sum += o->share * (o->raw + spread * normal(state));
        shares += o->share;
    }
    return sum / shares;
}

/* A long text's interval is that of its first MOST_RESAMPLED sentences, narrowed by the root of their number. */
static void set_interval(tenor_tone *out, const tn_observation *const *with_hits, size_t n, double mean,
                         const tn_tone_parameters *p) {
    tail low = {.count = 0}, high = {.count = 0}; /* of the values, and of the values turned round */
    size_t used = n < MOST_RESAMPLED ? n : MOST_RESAMPLED;
    double narrowing = sqrt((double)used / (double)n), centre = 0;
    uint64_t state = 0x7E4042ull;
    for (size_t i = 0; i < REPLICATES; i++) {
        double value = replicate(with_hits, used, p->spread, &state);
        centre += value / REPLICATES;
        offer(&low, value);
        offer(&high, -value);
    }
    out->low = tn_tension_of(mean + (low.at[TAIL - 1] - centre) * narrowing, p);
    out->high = tn_tension_of(mean + (-high.at[TAIL - 1] - centre) * narrowing, p);
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
                            const tn_tone_parameters *parameters, tn_arena *arena, tenor_error *error) {
    sums s = {0};
    *out = (tenor_tone){0};
    const tn_observation **with_hits = TN_NEW_ARRAY(arena, count, const tn_observation *);
    if (!with_hits) return tn_fail_memory(error);
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        add(&s, &observations[i], parameters);
        out->hits += observations[i].hits;
        if (observations[i].hits) with_hits[n++] = &observations[i];
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
    set_interval(out, with_hits, n, mean, parameters);
    if (!isfinite(out->tension) || !isfinite(out->low) || !isfinite(out->high))
        return tn_fail(error, TENOR_E_NUMERIC, "the tension is not a finite number");
    return TENOR_OK;
}
