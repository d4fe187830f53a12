/* Ranking and selection: which sentences say what the text says. */
#ifndef TN_RANK_RANK_H
#define TN_RANK_RANK_H

#include "base/arena.h"
#include "base/status.h"
#include "rank/query.h"
#include "rank/stem.h"
#include "text/doc.h"

/* The sentence-term matrix X in compressed sparse rows: row i is the i-th body sentence.
 *
 *   sentences  "talks failed", "army shelled town", "talks talks"
 *   row_start  [0, 2, 5, 6]
 *   column     [0 1 | 2 3 4 | 0]        terms that are no stop words, in order of first occurrence
 *   count      [1 1 | 1 1 1 | 2]
 *
 * Columns within a row are distinct, ascending. int, since GSL's sparse matrices index with int.
 */
struct tn_terms {
    size_t n;                     /* rows */
    size_t m;                     /* columns: distinct terms */
    int *row_start;               /* [n + 1] */
    int *column;                  /* [nnz] */
    double *count;                /* [nnz] occurrences in the sentence */
    int *sentence_df;             /* [m] rows in which the term occurs */
    const tn_sentence **sentence; /* [n] the rows' sentences */
    double *title;                /* [m] occurrences in the headline */
    int *column_of;               /* [doc->n_terms + 1] a term's column + 1; 0: none, as of stop words */
};

/* Fills *out from the body sentences of `doc`; memory from `arena`. With a stemmer, words of one stem are one term, as
 * sumy, summa and gensim have it; NULL: each folded word is one. */
tenor_status tn_terms_build(tn_terms *out, const tn_doc *doc, tn_stemmer *stemmer, tn_arena *arena, tenor_error *error);

/* Words of a sentence, on the mean over the rows. */
double tn_mean_words(const tn_terms *terms);

typedef struct tn_rank_model tn_rank_model; /* rank/model.h */

/* What scores are made of, from the rankers that weigh features: value[row * n + k] times weight[k]. */
typedef struct tn_breakdown {
    const double *value, *weight;
    size_t n; /* features (features.h); 0: the ranker weighs none */
} tn_breakdown;

enum { TN_MOST_TOPICS = 50 };

/* Everything a ranker may look at. Later additions (focus, parameters) go here. */
typedef struct tn_rank_input {
    const tn_doc *doc;
    const tn_terms *terms;
    tn_arena *arena;            /* for workspaces */
    const tn_rank_model *model; /* of the language, for `learned`; NULL: there is none */
    double damping;             /* of PageRank; 0: 0.85 */
    double threshold;           /* of lexrank: edges of at least this cosine, each of weight 1; 0: all, by cosine */
    uint64_t seed;              /* of random; 0: 1 */
    const double *focus;        /* [n] >= 0, not all 0: how much a sentence speaks of what is asked for; NULL: of all */
    tn_breakdown *breakdown;    /* where to tell what the scores are made of; NULL: not asked for */
    const signed char *cue;     /* [n_terms + 1] of edmundson: 1 bonus word, -1 stigma word; NULL: none */
    const double *weights;      /* [4] of edmundson, >= 0: cue, key, title, location; NULL or all 0: 1 each */
    size_t gap;                 /* of luhn: most other words between significant ones; 0: 4 */
    size_t topics;              /* of lsa: at most so many, up to TN_MOST_TOPICS; 0: 10 */
} tn_rank_input;

/* Fills scores[0 ... terms->n - 1]: finite, larger is better. Never called with n == 0. */
typedef tenor_status (*tn_rank_fn)(const tn_rank_input *input, double *scores, tenor_error *error);

typedef struct tn_ranker {
    const char *name, *about;
    tn_rank_fn rank;
} tn_ranker;

/* The version of GSL compiled in. */
extern const char tn_gsl_version[];

/* The rows of rankers.def. */
extern const tn_ranker tn_rankers[];
extern const size_t tn_ranker_count;

/* Runs a ranker, with the focus if there is one: the rankers that walk a graph restart from there (Otterbacher, Erkan
 * and Radev, "Using Random Walks for Question-focused Sentence Retrieval", HLT/EMNLP 2005); to the scores of others it
 * adds up to as much as the largest has. */
tenor_status tn_rank(const tn_ranker *ranker, const tn_rank_input *input, double *scores, tenor_error *error);

/* Those that take the focus as the restart of their walk. */
bool tn_ranker_walks(const tn_ranker *ranker);

/* What the others make of a score: `largest` is that of all sentences, focus 1 the most that one has. */
double tn_score_focused(double score, double largest, double focus);

/* The `evenness` (tn_select_options) that goes with a ranker's scores: of news and learned, whose unit it is in. The
 * others are left as they were published. */
double tn_ranker_evenness(const tn_ranker *ranker);

/* By name; NULL: no such ranker. */
const tn_ranker *tn_ranker_find(const char *name);

/* Why a sentence is not in the summary. */
typedef enum tn_pass_reason {
    TN_TAKEN,
    TN_LOWER,      /* others were worth more, until the budget was full */
    TN_TOO_LONG,   /* for what was left of the budget, when one that is worth less was taken in its place */
    TN_SAME_WORDS, /* as one that was taken */
    TN_NEAR_COPY,  /* of one that was taken */
    TN_SAID,       /* by an earlier article, in much the same words */
    TN_FEW_WORDS,
    TN_LENGTH /* not of the length asked for */
} tn_pass_reason;

/* How each row came out, [n] each. */
typedef struct tn_account {
    size_t *pick;             /* 1, 2, ... by order of choice; 0: not taken */
    double *closest;          /* the largest cosine to those taken before */
    double *length_cost;      /* what its length took from it when it was last weighed */
    double *worth;            /* what the choice went by, when it was taken or in the end */
    tn_pass_reason *left_out; /* why not */
} tn_account;

typedef struct tn_select_options {
    tenor_budget budget;
    double amount;
    double diversity;
    double evenness; /* what a mean sentence of words too many counts, of budgets in sentences; 0: nothing */
    size_t min_words, max_words; /* sentences with fewer or more are not taken; 0: no limit */
    bool coherent;               /* a sentence that points back comes with the one before it, or not at all */
    const tn_query *must;        /* for each, a sentence that has all its words is taken first, if one fits */
    size_t n_must;
    bool *must_missing;   /* [n_must], all false, set for those that no sentence taken answers; NULL: not asked for */
    bool *length_missing; /* false, set when no sentence taken is of the length asked for; NULL: not asked for */
    const double *past;   /* [n] largest cosine to what earlier articles say; NULL: there are none */
    tn_account *account;  /* its arrays, all 0, are filled; NULL: not asked for */
} tn_select_options;

/* Chooses rows within the budget: fills chosen[] (ascending row numbers, room for terms->n) and *n_chosen.
 * *over_budget: even the shortest sentence is longer than the budget, and it was taken all the same. */
tenor_status tn_select(const tn_rank_input *input, const double *scores, const tn_select_options *options,
                       size_t *chosen, size_t *n_chosen, bool *over_budget, tenor_error *error);

#endif
