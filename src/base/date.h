/* When something was written, as people and machines state it. */
#ifndef TN_BASE_DATE_H
#define TN_BASE_DATE_H

#include <stdint.h>

#include "base/span.h"

typedef struct tn_date {
    int64_t day;    /* of the calendar, as written, from 1 January 1970 */
    bool timed;     /* a time of day is stated */
    int64_t second; /* of UTC, from 1970: with a time; one without a zone is taken as UTC */
} tn_date;

/* Understands "2018-05-01", "2018/05/01", "20180501", with a time behind 'T' or a blank and a zone behind that ("Z",
 * "+02:00"); seconds or milliseconds since 1970 (9, 10 or 13 digits); and dates with an English month among words that
 * do not matter: "Published: Tue, 1 May 2018 10:30 GMT", "May 1, 2018". Two numbers and a year ("01/05/2018") may be
 * either of two days, and are not understood. False: it is none of these, or no day of the calendar. */
bool tn_date_read(tn_date *date, tenor_string text);

/* Whether a is before b: by the moment if both have a time, else by the day as written. */
bool tn_date_before(const tn_date *a, const tn_date *b);

#endif
