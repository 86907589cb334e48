package dev.winnow.articles.page;

import tools.jackson.databind.json.JsonMapper;

/**
 * Writes JSON that may stand between script tags: whatever could end the element or begin another is written as an
 * escape, which means the same to whoever reads the JSON.
 */
final class JsonInHtml {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonInHtml() {}

    static String write(Object value) {
        // These characters stand inside of strings only.
        return MAPPER.writeValueAsString(value)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
