/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/reasons.h"

const char *tn_why_it_counts(tenor_via via) {
    switch (via) {
        case TENOR_VIA_NAME: return "names the topic";
        case TENOR_VIA_DEFINITE: return "means the topic";
        case TENOR_VIA_CARRY: return "follows one that does";
        case TENOR_VIA_TITLE: return "headline";
    }
    return tenor_via_name(via);
}

void tn_mean_add(tn_mean *mean, const tenor_evidence *evidence) {
    if (evidence->n_hits == 0) return;
    mean->weighted += evidence->share * evidence->raw;
    mean->share += evidence->share;
}

tenor_evidence tn_evidence_of_whole(const tenor_sentence *sentence) {
    return (tenor_evidence){.sentence = sentence, .share = 1, .raw = sentence->raw, .n_hits = sentence->n_hits};
}
