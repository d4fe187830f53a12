#include <stdio.h>
#include <string.h>
#include <tenor/tenor.h>

/* The whole way through the library, from outside: what is linked is complete and works. */
int main(void) {
    static const char text[] =
        "The government ordered new sanctions after the attack. Both sides later agreed to talks in Geneva.\n";
    tenor_engine *engine;
    tenor_result *result;
    tenor_error error;
    tenor_input input = {.text = {text, sizeof text - 1}};
    tenor_options options = TENOR_OPTIONS_INIT;
    if (strcmp(tenor_version(), TENOR_VERSION) != 0) return 1;
    if (tenor_engine_open(&engine, NULL, &error) != TENOR_OK || tenor_result_new(&result, &error) != TENOR_OK ||
        tenor_analyze(result, engine, &input, &options, &error) != TENOR_OK) {
        (void)fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    size_t sentences = tenor_result_document(result)->sentences;
    tenor_result_free(result);
    tenor_engine_close(engine);
    (void)printf("tenor %s: %zu sentences\n", tenor_version(), sentences);
    return sentences == 2 ? 0 : 1;
}
