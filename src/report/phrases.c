/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/phrases.h"

#include <math.h>
#include <string.h>

#include "report/escape.h"
#include "report/style.h"
#include "report/width.h"

/* Bounds, so that a book costs no more than an article: the evidence comes with the most telling sentences first. */
enum { MOST_SENTENCES = 40, MOST_PHRASES = 64, MOST_SHOWN = 5 };

typedef struct phrase {
    const tenor_hit *hit; /* the strongest of its kind */
    double strength;      /* of all of them */
} phrase;

typedef struct phrases {
    phrase at[MOST_PHRASES];
    size_t count;
} phrases;

static void add(phrases *all, const tenor_hit *hit, double share) {
    double strength = share * fabs(hit->final);
    if (strength <= 0) return;
    size_t i = 0;
    while (i < all->count && strcmp(all->at[i].hit->entry, hit->entry) != 0) i++;
    if (i == MOST_PHRASES) return;
    if (i == all->count) all->at[all->count++] = (phrase){hit, 0};
    if (fabs(hit->final) > fabs(all->at[i].hit->final)) all->at[i].hit = hit;
    all->at[i].strength += strength;
}

static void gather(phrases *all, const tenor_evidence *evidence, size_t n_evidence) {
    if (n_evidence > MOST_SENTENCES) n_evidence = MOST_SENTENCES;
    for (size_t i = 0; i < n_evidence; i++)
        for (size_t k = 0; k < evidence[i].n_hits; k++)
            add(all, &evidence[i].sentence->hits[evidence[i].first + k], evidence[i].share);
}

/* Takes the strongest out; the earlier one among equals. */
static phrase take_strongest(phrases *all) {
    size_t best = 0;
    for (size_t i = 1; i < all->count; i++)
        if (all->at[i].strength > all->at[best].strength) best = i;
    phrase found = all->at[best];
    all->count--;
    for (size_t i = best; i < all->count; i++) all->at[i] = all->at[i + 1];
    return found;
}

size_t tn_put_phrases(tn_buf *out, const tenor_evidence *evidence, size_t n_evidence, size_t width, bool color) {
    phrases all = {.count = 0};
    gather(&all, evidence, n_evidence);
    size_t used = 0;
    for (size_t shown = 0; shown < MOST_SHOWN && all.count;) {
        const tenor_hit *hit = take_strongest(&all).hit;
        size_t separator = shown ? 2 : 0, need = separator + tn_text_width(hit->text);
        if (used + need > width) continue;
        if (shown) tn_puts(out, ", ");
        tn_style style = hit->final > 0 ? TN_STYLE_TENSE : TN_STYLE_EASING;
        tn_style_on(out, color, style);
        tn_put_clean(out, hit->text);
        tn_style_off(out, color, style);
        used += need;
        shown++;
    }
    return used;
}
