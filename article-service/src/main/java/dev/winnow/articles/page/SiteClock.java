package dev.winnow.articles.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Shows times as a site's readers expect them: {@code 2025-06-21 00:36}, in the site's zone. */
final class SiteClock {

    private final DateTimeFormatter form;

    SiteClock(ZoneId zone) {
        this.form = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(zone);
    }

    String show(Instant instant) {
        return form.format(instant);
    }
}
