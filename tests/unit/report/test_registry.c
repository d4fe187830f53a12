#include <criterion/criterion.h>
#include <string.h>

#include "tenor/tenor.h"

static bool refuse(const char *data, size_t length, void *payload) {
    (void)data, (void)length, (void)payload;
    return false;
}

Test(writers, are_listed) {
    size_t count;
    const tenor_named *writers = tenor_writers(&count);
    cr_assert_geq(count, 5);
    for (size_t i = 0; i < count; i++) {
        cr_expect_gt(strlen(writers[i].about), 10);
        for (size_t k = 0; k < i; k++) cr_expect_str_neq(writers[i].name, writers[k].name);
    }
}

Test(writers, what_cannot_be_written) {
    tenor_result *result;
    tenor_error error;
    cr_assert_eq(tenor_result_new(&result, &error), TENOR_OK);
    cr_expect_eq(tenor_render(result, "nonsense", NULL, refuse, NULL, &error), TENOR_E_USAGE);
    cr_expect_eq(tenor_render(result, "json", NULL, refuse, NULL, &error), TENOR_E_USAGE); /* nothing analysed */
    tenor_result_free(result);
}

Test(writers, a_refused_write_is_an_error) {
    tenor_engine *engine;
    tenor_result *result;
    tenor_error error;
    tenor_engine_options engine_options = TENOR_ENGINE_OPTIONS_INIT;
    tenor_options options = TENOR_OPTIONS_INIT;
    tenor_render_options render = TENOR_RENDER_OPTIONS_INIT;
    tenor_input input = {.text = {"The talks failed.", 17}};
    cr_assert_eq(tenor_engine_open(&engine, &engine_options, &error), TENOR_OK, "%s", error.message);
    cr_assert_eq(tenor_result_new(&result, &error), TENOR_OK);
    cr_assert_eq(tenor_analyze(result, engine, &input, &options, &error), TENOR_OK, "%s", error.message);
    cr_expect_eq(tenor_render(result, "json", &render, refuse, NULL, &error), TENOR_E_IO);
    render.topic = "no such topic";
    cr_expect_eq(tenor_render(result, "explain", &render, refuse, NULL, &error), TENOR_E_USAGE);
    tenor_result_free(result);
    tenor_engine_close(engine);
}
