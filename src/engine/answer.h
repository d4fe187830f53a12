/* What a worker of a batch does: one raw record in, the bytes of its answer out. Private to src/engine. */
#ifndef TN_ENGINE_ANSWER_H
#define TN_ENGINE_ANSWER_H

#include "corpus/dedup.h"
#include "corpus/record.h"
#include "engine/engine.h"
#include "report/columns.h"

/* How all records of a run are answered. Nothing changes once the run has begun. */
typedef struct tn_answer_plan {
    const tenor_engine *engine;
    const tenor_batch_options *options;
    tenor_options analysis;
    tenor_render_options render;
    tn_record_fields fields;
    tn_columns columns; /* separator 0: JSON Lines */
    bool keep_all;
    const tn_header *kept; /* CSV output with keep_all: the columns kept; set before the first job is handed on */
    bool wants_trouble;    /* error records go to a place of their own, too */
} tn_answer_plan;

/* A record and its answer. Buffers are used again. */
typedef struct tn_job {
    const tn_answer_plan *plan;
    tn_raw raw;
    unsigned long long fingerprint; /* of the records up to this one */
    bool passed_over;               /* a resumed run has answered it before: only its signature is wanted */
    tn_signature signature;         /* dedup: of the text */
    tn_buf out;                     /* the answer, its line end included */
    size_t splice;                  /* where in it the marks of a copy go */
    tn_buf trouble;                 /* the error record */
    tn_buf id;                      /* as JSON */
    tenor_error error;              /* status is not TENOR_OK: the record is bad, or memory ran out */
    bool uncovered;                 /* in a language without lexicons */
    bool undated;                   /* nothing in the field for it looks like a date */
    double seconds;
} tn_job;

void tn_job_free(tn_job *job);

/* What a thread needs for itself. */
typedef struct tn_worker {
    tenor_result *result;
    tn_record_reader *reader;
    tn_arena arena; /* of the current record */
} tn_worker;

tenor_status tn_worker_init(tn_worker *worker, tenor_error *error);
void tn_worker_free(tn_worker *worker);

/* A tn_work_fn: job is a tn_job, worker a tn_worker. */
void tn_answer(void *job, void *worker);

/* A record's own trouble goes into the output; the run's trouble ends it. */
static inline bool tn_ends_run(tenor_status status) { return status == TENOR_E_MEMORY; }

#endif
