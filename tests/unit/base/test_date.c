/* Dates as people and machines write them. */
#include <criterion/criterion.h>

#include "base/date.h"

/* The day, and the seconds into it; -1 without a time. */
static bool is_read(const char *text, int64_t day, int64_t second) {
    tn_date date;
    if (!tn_date_read(&date, tn_str(text))) return false;
    return date.day == day && (date.timed ? date.second - day * 86400 : -1) == second;
}

enum { MAY_1 = 17652 }; /* 2018-05-01, of `date -d 2018-05-01 +%s` / 86400 */

Test(date, of_machines) {
    static const char *const plain[] = {"2018-05-01", "2018/05/01",  " 2018.5.1\n",
                                        "20180501",   "2018-05-01T", "2018-05-01 draft"};
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) cr_expect(is_read(plain[i], MAY_1, -1), "%s", plain[i]);
    cr_expect(is_read("2018-05-01T10:30:05Z", MAY_1, 37805));
    cr_expect(is_read("2018-05-01 10:30:05.250", MAY_1, 37805));
    cr_expect(is_read("20180501T10:30", MAY_1, 37800));
    cr_expect(is_read("2018-05-01T10:30:00+02:00", MAY_1, 30600));
    cr_expect(is_read("2018-05-01T23:30:00-0130", MAY_1, 90000), "the day is that written");
    cr_expect(is_read("1525170600", MAY_1, 37800));
    cr_expect(is_read("1525170600.25", MAY_1, 37800));
    cr_expect(is_read("1525170600123", MAY_1, 37800));
    cr_expect(is_read("1970-01-01", 0, -1));
    cr_expect(is_read("1969-12-31", -1, -1));
    cr_expect(is_read("2000-02-29", 11016, -1));
    cr_expect(is_read("2100-03-01", 47541, -1));
}

Test(date, of_people) {
    static const char *const texts[] = {"1 May 2018",
                                        "May 1, 2018",
                                        "MAY 1 2018",
                                        "Tuesday, 1st of May 2018",
                                        "2018 May 1",
                                        "Published: 1 May, 2018 | 12 comments",
                                        "3 min read May 1, 2018",
                                        "Updated at 10:30, May 1, 2018",
                                        "5 p.m. May 1, 2018",
                                        "1 May 2018 to 3 June 2018"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) cr_expect(is_read(texts[i], MAY_1, -1), "%s", texts[i]);
    cr_expect(is_read("Tue, 01 May 2018 10:30:05 GMT", MAY_1, 37805));
    cr_expect(is_read("Tue, 01 May 2018 10:30:05 +0200", MAY_1, 30605));
    cr_expect(is_read("May 1, 2018 at 10:30 p.m.", MAY_1, 81000));
    cr_expect(is_read("May 1, 2018 12:05 AM", MAY_1, 300));
    cr_expect(is_read("Sept. 1, 2018", MAY_1 + 123, -1));
}

Test(date, none_or_not_clear) {
    static const char *const texts[] = {
        "",         "yesterday", "01/05/2018",         "5/1/2018",   "1.5.2018",   "2018",
        "May 2018", "2018-05",   "12 shares May 2018", "2018-02-30", "2018-13-01", "31 June 2018",
        "May 1",    "17",        "12345678901"};
    tn_date date;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        cr_expect_not(tn_date_read(&date, tn_str(texts[i])), "%s", texts[i]);
}

static bool is_before(const char *a, const char *b) {
    tn_date x, y;
    cr_assert(tn_date_read(&x, tn_str(a)) && tn_date_read(&y, tn_str(b)));
    return tn_date_before(&x, &y);
}

Test(date, before) {
    cr_expect(is_before("2018-04-30", "2018-05-01"));
    cr_expect_not(is_before("2018-05-01", "2018-05-01"));
    cr_expect_not(is_before("2018-05-01 09:00", "2018-05-01"), "of that day");
    cr_expect(is_before("2018-05-01 09:00", "2018-05-01 10:00"));
    cr_expect(is_before("2018-05-01T11:00+02:00", "2018-05-01T10:00Z"));
    cr_expect_not(is_before("2018-05-01", "2018-05-01 10:00"), "it may be later");
}
