/* Power iteration: the importance p of sentences that lend each other importance.
 *
 *     p_i = (1 - d) r_i + d Σ_j M_ji p_j          d the damping, r the restart, M_ji what j passes on to i
 *
 * (Brin and Page 1998; with r, personalised.) INITIALIZE, ITERATE and TEST are separate, as in GSL's own iterations:
 * memory is taken once, at the start. The matrix is known only through its product.
 *
 * What a sentence without neighbours would pass on is not shared out among the others: its row of M is 0, it keeps
 * (1 - d) r_i, and the sum of p is then below 1. The order of the other sentences does not depend on that.
 */
#ifndef TN_RANK_POWER_H
#define TN_RANK_POWER_H

#include "rank/rank.h"

/* y = Mᵀ x; false: it could not be computed. */
typedef bool (*tn_product_fn)(const double *x, double *y, void *payload);

typedef struct tn_power {
    /* set by the caller */
    size_t n;
    tn_product_fn product;
    void *payload;
    double damping;        /* 0.85 in both PageRank and TextRank */
    const double *restart; /* [n], sum 1; NULL: 1/n each */
    double tolerance;      /* for the L1 norm of the change */
    size_t max_iterations;
    /* the state */
    double *p, *next; /* [n] */
    double change;    /* Σ |p_i - next_i| of the last iteration */
    size_t iteration;
} tn_power;

/* At d = 0.85 the change falls below 1e-8 within 119 iterations whatever the matrix: it is at most 2 d^k. */
#define TN_POWER_INIT(n, product, payload) \
    { (n), (product), (payload), 0.85, NULL, 1e-8, 200, NULL, NULL, 0, 0 }

/* Takes memory and sets p to the restart. */
tenor_status tn_power_init(tn_power *power, tn_arena *arena, tenor_error *error);

/* One step. TENOR_E_NUMERIC: the product failed, or gave something that is no finite number. */
tenor_status tn_power_iterate(tn_power *power, tenor_error *error);

/* Whether the last step changed no more than the tolerance, or no more steps are allowed. */
bool tn_power_done(const tn_power *power);

/* All three; p is then in power->p. */
tenor_status tn_power_run(tn_power *power, tn_arena *arena, tenor_error *error);

#endif
