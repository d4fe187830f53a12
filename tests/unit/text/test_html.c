#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/span.h"
#include "text/html.h"
#include "unit/text/page.h"

#define ONE "The council voted on Monday to keep the old harbour open through the winter."
#define TWO "Fishing crews had warned that a closure would end a trade as old as the town."
#define THREE "A second vote, on the money for repairs, is set for the first week of May."

static void expect_story(const char *html, const char *wanted) {
    char text[4096];
    test_page page = read_page(html);
    cr_assert_eq(page.status, TENOR_OK);
    cr_expect_str_eq(page_story(&page, text, sizeof text), wanted, "of %s:\n%s", html, text);
    free_page(&page);
}

static void expect_said(tenor_string said, const char *wanted) {
    cr_expect(tn_equal(said, tn_str(wanted)), "'%.*s', not '%s'", (int)said.length, said.data ? said.data : "", wanted);
}

/* ---- what is left out ---- */

Test(html, furniture_is_left_out) {
    static const char *const furniture[] = {
        "<nav><p>" THREE "</p></nav>",
        "<aside><p>" THREE "</p></aside>",
        "<footer><p>" THREE "</p></footer>",
        "<form><p>" THREE "</p></form>",
        "<div class='related-articles'><p>" THREE "</p></div>",
        "<div id=comments><p>" THREE "</p></div>",
        "<div class=newsletterSignup><p>" THREE "</p></div>",
        "<section class='cookie-consent'><p>" THREE "</p></section>",
        "<div class=author_bio><p>" THREE "</p></div>",
        "<div style='color: red; display: none'><p>" THREE "</p></div>",
        "<div hidden><p>" THREE "</p></div>",
        "<p aria-hidden=true>" THREE "</p>",
        "<script>var x = '<p>" THREE "</p>';</script>",
        "<style>p { content: 'x' }</style>",
        "<noscript><p>" THREE "</p></noscript>",
        "<template><p>" THREE "</p></template>",
        "<figure><img src=a><figcaption>" THREE "</figcaption></figure>",
        "<div class=photo><img src=a><p>The harbour in May, seen from the hill</p></div>",
        "<p>Seen on Monday <span class=newsCaption>(Photo: someone)</span></p>",
        "<p><a href=x>The winter of the old boats, in pictures</a></p>",
        "<ul><li><a href=x>One story</a></li><li><a href=x>Another story</a></li></ul>",
        "<h3>Related</h3><ul><li><a href=x>One story of many words</a></li></ul>",
        "<!-- <p>" THREE "</p> -->",
    };
    for (size_t i = 0; i < sizeof furniture / sizeof *furniture; i++) {
        char html[2048];
        bool caption = strstr(furniture[i], "newsCaption") != NULL;
        (void)snprintf(html, sizeof html, "<body><div><h1>Harbour stays open</h1><p>" ONE "</p>%s<p>" TWO "</p></div>",
                       furniture[i]);
        expect_story(html, caption ? ONE "\n\nSeen on Monday\n\n" TWO "\n" : ONE "\n\n" TWO "\n");
    }
}

Test(html, other_articles_are_left_out) {
    expect_story("<body><article><h1>Harbour stays open</h1><p>" ONE
                 "</p></article>"
                 "<article><h2>Elsewhere</h2><p>" TWO "</p></article><article><h2>More</h2><p>" THREE "</p></article>",
                 ONE "\n");
}

Test(html, the_headline_is_not_of_the_text) {
    expect_story("<article><h1>Harbour stays open</h1><p>By Ann Example</p><p>12 May</p><p>" ONE "</p></article>",
                 ONE "\n");
}

/* ---- what stays ---- */

Test(html, lists_quotes_tables_and_subheads_stay) {
    expect_story("<article><p>" ONE
                 "</p><h2>What was said</h2><blockquote>We stay.</blockquote>"
                 "<ul><li>boats: 40</li><li>crews: 12</li></ul><table><tr><td>May</td><td>7</td></tr></table><p>" TWO
                 "</p></article>",
                 ONE "\n\nWhat was said\n\nWe stay.\n\nboats: 40\n\ncrews: 12\n\nMay\n\n7\n\n" TWO "\n");
}

Test(html, a_quoted_post_is_not_a_share_button) {
    expect_story("<article><p>" ONE "</p><blockquote class=twitter-tweet><p>" THREE "</p></blockquote><p>" TWO
                 "</p></article>",
                 ONE "\n\n" THREE "\n\n" TWO "\n");
}

Test(html, a_story_in_several_elements_is_one) {
    expect_story("<body><div class=wrap><div class=article-body><p>" ONE
                 "</p></div><div class=ad>Buy boats.</div>"
                 "<div class=article-body><p>" TWO "</p></div></div><div><p>" THREE "</p></div>",
                 ONE "\n\n" TWO "\n");
}

Test(html, two_breaks_end_a_paragraph) {
    expect_story("<div>" ONE "<br><br>" TWO "<br>" THREE "</div>", ONE "\n\n" TWO " " THREE "\n");
}

Test(html, characters) {
    expect_story(
        "<p>The&nbsp;caf&eacute;&rsquo;s &#x201C;har\xC2\xAD"
        "bour\xE2\x80\x8B\" room\n  is &lt;open&gt; &amp; warm this winter.</p>",
        "The caf\xC3\xA9\xE2\x80\x99s \xE2\x80\x9Charbour\" room is <open> & warm this winter.\n");
}

Test(html, the_stated_text_is_kept_whatever_its_class) {
    expect_story("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" ONE " " TWO
                 " " THREE " " ONE
                 "\"}</script>"
                 "<div><p>" ONE "</p><div class=sidebar><p>" TWO "</p></div><p>" THREE "</p></div>",
                 ONE "\n\n" TWO "\n\n" THREE "\n");
}

/* ---- what a page says of itself ---- */

Test(html, linked_data) {
    test_page page = read_page(
        "<html lang=en-GB><title>Harbour - The Sample</title><script type=application/ld+json>"
        "{\"@graph\":[{\"@type\":\"WebSite\",\"headline\":\"no\"},{\"@type\":[\"NewsArticle\"],\"headline\":\"Harbour "
        "stays open\","
        "\"author\":[{\"name\":\"Ann Example\"},{\"name\":\"Bo Example\"}],\"datePublished\":\"2024-05-01T09:00Z\"}]}"
        "</script><p>" ONE "</p>");
    expect_said(page.document->title, "Harbour stays open");
    expect_said(page.document->byline, "Ann Example, Bo Example");
    expect_said(page.document->date, "2024-05-01T09:00Z");
    expect_said(page.document->page_lang, "en-GB");
    free_page(&page);
}

Test(html, meta_and_marked_elements) {
    test_page page = read_page(
        "<title>Harbour stays open | The Sample</title><script type=application/ld+json>{broken</script>"
        "<meta property=article:published_time content=2024-05-01><h1>Harbour stays open</h1>"
        "<p class=byline>By <b>Ann Example</b></p><p>" ONE "</p>");
    expect_said(page.document->title, "Harbour stays open");
    expect_said(page.document->byline, "Ann Example");
    expect_said(page.document->date, "2024-05-01");
    free_page(&page);
}

/* A title without the name of the site, which the page states, or which is short and last. */
Test(html, the_title_is_without_the_site) {
    static const char *const titles[][2] = {
        {"Harbour stays open - The Sample", "Harbour stays open"},
        {"Harbour stays open \xE2\x80\x94 The Weekly Sample of the Whole Northern Coast", "Harbour stays open"},
        {"North - south talks on the harbour | The Sample", "North - south talks on the harbour"},
        {"Talks - and then the long wait for an answer", "Talks - and then the long wait for an answer"},
        {"Harbour", "Harbour"},
    };
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        char html[1024];
        (void)snprintf(html, sizeof html,
                       "<title>%s</title><meta property=og:site_name content='The Weekly Sample of the Whole Northern "
                       "Coast'><p>" ONE "</p><p>" TWO "</p>",
                       titles[i][0]);
        test_page page = read_page(html);
        expect_said(page.document->title, titles[i][1]);
        free_page(&page);
    }
}

Test(html, nothing_is_guessed) {
    test_page page = read_page("<h1>Harbour stays open</h1><p>Published on 12 May 2024</p><p>" ONE "</p>");
    expect_said(page.document->title, "Harbour stays open");
    expect_said(page.document->byline, "");
    expect_said(page.document->date, "");
    expect_said(page.document->page_lang, "");
    free_page(&page);
}

/* ---- pages that are none ---- */

Test(html, no_article) {
    static const char *const pages[] = {"",
                                        "<html>",
                                        "<nav><a href=x>Home</a></nav>",
                                        "<p></p>",
                                        "<script>1</script>",
                                        "<ul><li><a href=a>One of the stories</a><li><a href=b>Another story</a></ul>"};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        test_page page = read_page(pages[i]);
        cr_assert_eq(page.status, TENOR_OK);
        cr_assert_eq(page.document->n_warnings, 1, "%s", pages[i]);
        cr_expect_str_eq(page.document->warnings[0], "no_article_found");
        cr_expect_eq(page.document->text.length, 0);
        free_page(&page);
    }
}

Test(html, detection) {
    cr_expect(tn_html_detect(TN_STR("<!DOCTYPE html><p>x")));
    cr_expect(tn_html_detect(TN_STR("\xEF\xBB\xBF\n <HTML><body>")));
    cr_expect(tn_html_detect(TN_STR("<div><p>one</p></div>")));
    cr_expect_not(tn_html_detect(TN_STR("")));
    cr_expect_not(tn_html_detect(TN_STR("<3 is a heart, and 4 < 5.")));
    cr_expect_not(tn_html_detect(TN_STR("Use <b>, <i>, <u> and <s> with care.")));
}

Test(html, offsets_are_those_of_the_text) {
    test_page page = read_page("<title>Harbour</title><nav>Menu</nav><article><p>" ONE "</p><p>" TWO "</p></article>");
    size_t count;
    const tenor_block *blocks = tenor_result_blocks(page.result, &count);
    cr_assert_eq(count, 3);
    cr_expect_eq(blocks[0].role, TENOR_ROLE_TITLE);
    for (size_t i = 1; i < count; i++)
        cr_expect(tn_equal(blocks[i].text, tn_slice(page.document->text, blocks[i].span.start, blocks[i].span.end)));
    free_page(&page);
}

Test(html, lines_are_judged_in_the_language_of_the_page) {
    test_page page = read_page(
        "<article><p>Die Minister haben am Montag in Wien \u00FCber das Abkommen beraten.</p>"
        "<p>Mehr zum Thema: Der Streit um das Gas und die Folgen f\u00FCr den Winter.</p>"
        "<p>Eine Einigung wird nicht vor dem Herbst erwartet, sagte ein Sprecher.</p></article>");
    size_t count;
    const tenor_block *blocks = tenor_result_blocks(page.result, &count);
    cr_assert_eq(count, 3);
    cr_expect_str_eq(page.document->lang, "de");
    cr_expect_eq(blocks[0].line, 0);
    cr_expect_eq(blocks[1].role, TENOR_ROLE_LINK);
    cr_expect_gt(blocks[1].line, 0);
    free_page(&page);
}

/* ---- hostile ---- */

static void expect_quick(const char *piece, size_t times) {
    size_t n = strlen(piece);
    char *html = malloc(n * times);
    cr_assert_not_null(html);
    for (size_t i = 0; i < times; i++) memcpy(html + i * n, piece, n);
    test_page page = read_page_bytes(html, n * times, TENOR_FORMAT_HTML, NULL);
    cr_expect_eq(page.status, TENOR_OK);
    free_page(&page);
    free(html);
}

Test(html, hostile, .timeout = 60) {
    expect_quick("<div>", 100000);
    expect_quick("<b><p>x", 100000);
    expect_quick("<ul><li>x", 100000);
    expect_quick("<svg>", 100000);
    expect_quick("</table>", 100000);
    expect_quick("<a href=x>", 100000);
    expect_quick("<h1>x</h1>", 100000);
    expect_quick("<article><p>Some words are here, and they end.", 20000);
}
