package dev.winnow.articles.page;

import java.util.Map;

/**
 * What the scripts that show a thread need to know.
 *
 * @param language the language of the words, as a tag
 * @param zone the time zone in which times are shown
 * @param words the words, by name
 */
record ScriptSettings(String language, String zone, Map<String, String> words) {}
