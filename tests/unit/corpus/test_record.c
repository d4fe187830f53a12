/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include <criterion/criterion.h>
#include <stdio.h>

#include "corpus/member.h"
#include "corpus/record.h"

static const tn_record_fields fields = {
    .id = "id", .text = "text", .title = "title", .targets = "targets", .all = true};

static tn_arena arena = TN_ARENA_INIT;
static tn_record_reader *reader;

static void set_up(void) { cr_assert(tn_record_reader_new(&reader, NULL) == TENOR_OK); }

static void tear_down(void) {
    tn_record_reader_free(reader);
    tn_arena_free(&arena);
}

/* Reads one JSON line. */
static tenor_status read_line(tn_record *record, const char *line, const tn_record_fields *which, tenor_error *error) {
    tn_raw raw = {.form = TN_FORM_JSONL, .bytes = {(char *)line, strlen(line), strlen(line) + 1, false}};
    return tn_record_read(record, reader, &raw, which, &arena, error);
}

static void expect_id(const char *line, const char *field, const char *wanted) {
    tn_record_fields which = fields;
    tn_record record;
    tenor_error error;
    which.id = field;
    cr_assert(read_line(&record, line, &which, &error) == TENOR_OK, "%s", line);
    cr_expect(tn_equal(record.id.bytes, tn_str(wanted)), "%s: %.*s", line, (int)record.id.bytes.length,
              record.id.bytes.data);
}

TestSuite(record, .init = set_up, .fini = tear_down);

Test(record, ids_stay_as_they_stand) {
    expect_id("{\"id\":9007199254740993,\"text\":\"\"}", "id", "9007199254740993");
    expect_id("{\"id\":123456789012345678901234567890,\"text\":\"\"}", "id", "123456789012345678901234567890");
    expect_id("{\"id\": 1.50 ,\"text\":\"\"}", "id", "1.50");
    expect_id("{\"id\":\"a\\u0020b\",\"text\":\"\"}", "id", "\"a\\u0020b\"");
    expect_id("{\"text\":\"{\\\"id\\\":1}\",\"id\":2}", "id", "2");
    expect_id("{\"id\":1,\"text\":\"\",\"id\":2}", "id", "2");
    expect_id("{\"meta\":{\"x\":[1,{\"id\":0}],\"id\":77e1},\"text\":\"\"}", "/meta/id", "77e1");
    expect_id("{\"meta\":[{\"id\":5}],\"text\":\"\"}", "/meta/0/id", "5");
    expect_id("{\"a/b\":5,\"text\":\"\"}", "/a~1b", "5");
    expect_id("{\"\\u0069d\":5,\"text\":\"\"}", "id", "5");
}

/* What is passed on as it stands must be JSON. */
Test(record, what_is_not_quite_json_is_refused) {
    static const char *const flawed[] = {
        "NaN",  "-NaN", "nan",  "Infinity", "-Infinity",  "-inf", "1.",       "-1.",       "1.e5",         "-.5",
        "00",   "-01",  "1e",   "1e+",      "1E-",        "1e5.", "\"a\tb\"", "\"\x01\"",  "{\"a\tb\":1}", "[1,-.5]",
        "True", "NULL", "[1,]", "[1, ]",    "{\"a\":1,}", "'a'",  "{'a':1}",  "[1,/**/2]", "1 // one\n",   "[\f1]"};
    static const char *const good[] = {"0",
                                       "-0",
                                       "0.5",
                                       "1E5",
                                       "1.5e-7",
                                       "10e+2",
                                       "-0.0e0",
                                       "[0,[1.5],{\"N\":\"I-01.\"}]",
                                       "\"a\\tb\\\"\"",
                                       "\"\x7f\"",
                                       "true",
                                       "null",
                                       "[ true , false,\tnull ]",
                                       "\"\xC3\xBC\"",
                                       "99999999999999999999e9"};
    char line[128];
    tn_record record;
    tenor_error error;
    for (size_t i = 0; i < sizeof flawed / sizeof *flawed; i++) {
        (void)snprintf(line, sizeof line, "{\"id\":1,\"text\":\"\",\"x\":%s}", flawed[i]);
        cr_expect(read_line(&record, line, &fields, &error) == TENOR_E_INVALID_JSON, "%s", line);
        cr_expect(error.offset >= strlen("{\"id\":1,\"text\":\"\",\"x\":") && error.offset < strlen(line), "%s", line);
    }
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        (void)snprintf(line, sizeof line, "{\"id\":1,\"text\":\"\",\"x\":%s}", good[i]);
        cr_expect(read_line(&record, line, &fields, &error) == TENOR_OK, "%s", line);
    }
}

Test(record, fields_are_found_by_name_and_pointer) {
    tn_record record;
    tenor_error error;
    tn_record_fields which = {.text = "/body/0/text", .title = "head"};
    cr_assert(read_line(&record, "{\"body\":[{\"text\":\"T\\u00fcr\"}],\"head\":null}", &which, &error) == TENOR_OK);
    cr_expect(tn_equal(record.text, tn_str("T\xC3\xBCr")));
    cr_expect(record.title.length == 0);
}

Test(record, members_are_passed_on_byte_for_byte) {
    tn_record record;
    tenor_error error;
    cr_assert(read_line(&record, "{ \"b\" : 1.0e2 , \"text\":\"x\", \"a\":[ 1, {\"c\":\"}\\\"]\"} ] }", &fields,
                        &error) == TENOR_OK);
    cr_assert(record.n_fields == 3);
    cr_expect(tn_equal(record.fields[0].value.bytes, tn_str("1.0e2")));
    cr_expect(tn_equal(record.fields[2].value.bytes, tn_str("[ 1, {\"c\":\"}\\\"]\"} ]")));
}

Test(record, what_is_wrong_is_told_with_its_place) {
    static const struct {
        const char *line;
        tenor_status status;
        size_t offset;
    } rows[] = {{"{\"text\":", TENOR_E_INVALID_JSON, 8},
                {"{\"text\":\"a\"} x", TENOR_E_INVALID_JSON, 13},
                {"[1]", TENOR_E_INVALID_JSON, 0},
                {"\"x\"", TENOR_E_INVALID_JSON, 0},
                {"null", TENOR_E_INVALID_JSON, 0},
                {"\"x", TENOR_E_INVALID_JSON, 0},
                {"{\"text\":\"a\xff\"}", TENOR_E_INVALID_UTF8, 10},
                {"{\"id\":1}", TENOR_E_MISSING_FIELD, 0},
                {"{\"id\":1,\"text\":null}", TENOR_E_MISSING_FIELD, 0},
                {"{\"id\":1,\"text\":[]}", TENOR_E_WRONG_TYPE, 0},
                {"{\"id\":1,\"text\":\"\",\"targets\":\"x\"}", TENOR_E_WRONG_TYPE, 0},
                {"{\"id\":1,\"text\":\"\",\"targets\":[1]}", TENOR_E_WRONG_TYPE, 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tn_record record;
        tenor_error error = {.offset = 0};
        cr_expect(read_line(&record, rows[i].line, &fields, &error) == rows[i].status, "%s", rows[i].line);
        cr_expect(error.offset == rows[i].offset, "%s: %zu", rows[i].line, error.offset);
    }
}

Test(record, an_id_is_known_even_when_the_text_is_bad) {
    tn_record record;
    tenor_error error;
    cr_expect(read_line(&record, "{\"id\":\"r-1\",\"text\":7}", &fields, &error) == TENOR_E_WRONG_TYPE);
    cr_expect(tn_equal(record.id.bytes, tn_str("\"r-1\"")));
}

/* ---- values from one form to another */

static void expect_value(tn_value value, const char *json, const char *cell) {
    tn_buf out = TN_BUF_INIT;
    tn_put_value_json(&out, value);
    cr_expect(tn_equal(tn_buf_string(&out), tn_str(json)), "JSON of %.*s: %s", (int)value.bytes.length,
              value.bytes.data, out.data);
    tn_buf_reset(&out);
    tn_put_value_cell(&out, value, ',');
    cr_expect(tn_equal(tn_buf_string(&out), tn_str(cell)), "cell of %.*s: %s", (int)value.bytes.length,
              value.bytes.data, out.data ? out.data : "");
    tn_buf_free(&out);
}

Test(value, nothing_is_lost_between_json_and_csv) {
    expect_value((tn_value){TN_STR("\"a\""), TN_VALUE_JSON, 0}, "\"a\"", "a");
    expect_value((tn_value){TN_STR("\"a, \\\"b\\\"\""), TN_VALUE_JSON, 0}, "\"a, \\\"b\\\"\"", "\"a, \"\"b\"\"\"");
    expect_value((tn_value){TN_STR("\"\\u00e9\\ud83d\\ude00\\ud800\\n\\/\""), TN_VALUE_JSON, 0},
                 "\"\\u00e9\\ud83d\\ude00\\ud800\\n\\/\"", "\"\xC3\xA9\xF0\x9F\x98\x80\xEF\xBF\xBD\n/\"");
    expect_value((tn_value){TN_STR("1.50"), TN_VALUE_JSON, 0}, "1.50", "1.50");
    expect_value((tn_value){TN_STR("null"), TN_VALUE_JSON, 0}, "null", "");
    expect_value((tn_value){TN_STR("[1, 2]"), TN_VALUE_JSON, 0}, "[1, 2]", "\"[1, 2]\"");
    expect_value((tn_value){TN_STR("\"quoted\""), TN_VALUE_CELL, ','}, "\"quoted\"", "\"quoted\"");
    expect_value((tn_value){TN_STR("\"a \"\"b\"\"\""), TN_VALUE_CELL, '\t'}, "\"a \\\"b\\\"\"", "\"a \"\"b\"\"\"");
    expect_value((tn_value){TN_STR("a,b"), TN_VALUE_CELL, '\t'}, "\"a,b\"", "\"a,b\"");
    expect_value((tn_value){TN_STR(""), TN_VALUE_NONE, 0}, "null", "");
}

Test(member, a_string_without_its_end_goes_to_the_end) {
    cr_expect_eq(tn_json_skip_string(TN_STR("[\"a\"]"), 1), 4);
    cr_expect_eq(tn_json_skip_string(TN_STR("[\"a\\\"]"), 1), 6);
    cr_expect_eq(tn_json_skip_string(TN_STR("\""), 0), 1);
}

Test(member, pointers_lead_through_objects_and_arrays) {
    tenor_string value;
    tenor_string object = TN_STR("{\"a\":{\"b\":\"x\\\\\",\"c\":{}},\"d\":[{\"e\":1}]}");
    cr_expect(tn_member_find(object, "/a/b", &value) && tn_equal(value, tn_str("\"x\\\\\"")));
    cr_expect(tn_member_find(object, "/a/c", &value) && tn_equal(value, tn_str("{}")));
    cr_expect(tn_member_find(object, "/d/0/e", &value) && tn_equal(value, tn_str("1")));
    cr_expect(tn_member_find(object, "/d/0", &value) && tn_equal(value, tn_str("{\"e\":1}")));
    cr_expect_not(tn_member_find(object, "/d/1", &value));
    cr_expect_not(tn_member_find(object, "/d/00/e", &value));
    cr_expect_not(tn_member_find(object, "/d/-", &value));
    object = TN_STR("{\"a/b\":[ [1 , \"]\"],[],{\"~1\" : 2}, 3 ] ,\"\":4}");
    cr_expect(tn_member_find(object, "/a~1b/0/1", &value) && tn_equal(value, tn_str("\"]\"")));
    cr_expect(tn_member_find(object, "/a~1b/2/~01", &value) && tn_equal(value, tn_str("2")));
    cr_expect(tn_member_find(object, "/a~1b/3", &value) && tn_equal(value, tn_str("3")));
    cr_expect(tn_member_find(object, "/", &value) && tn_equal(value, tn_str("4")));
    cr_expect_not(tn_member_find(object, "/a~1b/1/0", &value));
    cr_expect_not(tn_member_find(object, "/a~1b/4", &value));
    object = TN_STR("{\"a\":{\"b\":\"x\",\"c\":{}}}");
    cr_expect_not(tn_member_find(object, "/a/x", &value));
    cr_expect_not(tn_member_find(object, "/a/b/c", &value));
}
