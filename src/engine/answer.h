/* What a worker of a batch does: one raw record in, the bytes of its answer out. Private to src/engine. */
#ifndef TN_ENGINE_ANSWER_H
#define TN_ENGINE_ANSWER_H

#include "corpus/dedup.h"
#include "corpus/record.h"
#include "engine/engine.h"
#include "report/columns.h"
#include "report/report.h"

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

/* A record, or several that are one digest, and the answer. Buffers are used again. */
typedef struct tn_job {
    const tn_answer_plan *plan;
    tn_raw raw;
    tn_raw *more; /* of a digest: the records after the first */
    size_t n_more, room;
    size_t passed_by;               /* records of the digest that are not there: too many are too large */
    bool again;                     /* the value that they share came before, and others between */
    const tn_raw *at;               /* the record being answered */
    unsigned long long fingerprint; /* of the records up to this one */
    bool passed_over;               /* a resumed run has answered it before: only its signature is wanted */
    tn_signature signature;         /* dedup: of the text */
    tn_buf out;                     /* the answer, its line ends included */
    size_t line;                    /* where in it the latest line begins */
    size_t splice;                  /* where in it the marks of a copy go */
    tn_buf trouble;                 /* the error records */
    tn_buf id;                      /* as JSON */
    tenor_error error; /* status is not TENOR_OK: a record is bad, the last of them at `line`; or memory ran out */
    size_t failures[TENOR_STATUSES]; /* bad records by status */
    bool uncovered;                  /* in a language without lexicons */
    size_t undated;                  /* records in which nothing in the field for it looks like a date */
    bool digest;                     /* a digest came of them */
    double seconds;
} tn_job;

void tn_job_free(tn_job *job);

/* How many records it answers, and the bytes of those it holds. */
size_t tn_job_records(const tn_job *job);
size_t tn_job_bytes(const tn_job *job);

static inline const tn_raw *tn_job_record(const tn_job *job, size_t i) { return i ? &job->more[i - 1] : &job->raw; }

/* After a digest of many records, their memory goes back. */
void tn_job_shrink(tn_job *job);

/* What a thread needs for itself. */
typedef struct tn_worker {
    tenor_result *result;
    tn_record_reader *reader;
    tn_arena arena; /* of the current record */
} tn_worker;

tenor_status tn_worker_init(tn_worker *worker, tenor_error *error);
void tn_worker_free(tn_worker *worker);

/* Understands a record. On failure job->error says why. */
tenor_status tn_answer_read(tn_job *job, tn_worker *worker, const tn_raw *raw, tn_record *record);

/* How a record is to be analysed. */
tenor_options tn_answer_options(const tn_job *job, const tn_raw *raw, const tn_record *record);

/* A tn_work_fn: job is a tn_job, worker a tn_worker. */
void tn_answer(void *job, void *worker);

/* A record's own trouble goes into the output; the run's trouble ends it. */
static inline bool tn_ends_run(tenor_status status) { return status == TENOR_E_MEMORY; }

#endif
