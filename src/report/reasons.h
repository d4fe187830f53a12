/* What the writers that explain a number have in common. */
#ifndef TN_REPORT_REASONS_H
#define TN_REPORT_REASONS_H

#include "report/report.h"

/* "follows one that does": why a sentence counts for a topic. */
const char *tn_why_it_counts(tenor_via via);

/* The mean of the sentences that have a tone, each weighed by how much it counts. */
typedef struct tn_mean {
    double weighted, share;
} tn_mean;

void tn_mean_add(tn_mean *mean, const tenor_evidence *evidence);
static inline double tn_mean_of(const tn_mean *mean) { return mean->share > 0 ? mean->weighted / mean->share : 0; }

/* A sentence as evidence for the whole text. */
tenor_evidence tn_evidence_of_whole(const tenor_sentence *sentence);

#endif
