package dev.winnow.quickstart;

/** What is printed once everything is there. Plain ASCII: not every console shows more. */
final class Announcement {

    private Announcement() {}

    static String of(Folder folder, Addresses at, boolean demo) {
        var article = demo ? Demonstration.FIRST_ARTICLE : "my-article";
        return """

                Winnow is ready.

                  Article page      %s%s
                  Moderators' desk  %s   (user %s, password %s)
                  APIs              %s/v3/api-docs
                                    %s/v3/api-docs
                                    %s/v3/api-docs
                  Metrics           the same addresses, /actuator/prometheus
                  Site              %s, site key %s

                  Submit a comment and see it appear on the page:

                    curl -i -X POST %s \\
                      -H 'Content-Type: application/json' \\
                      -d '{"author": {"name": "Ada"}, "text": "Thank you, this was clear and useful."}'

                  Data and log      %s
                  Stop              Ctrl-C; started again, it goes on from there
                """.formatted(
                        at.page(article),
                        demo ? "\n                    " + at.page(Demonstration.SECOND_ARTICLE) : "",
                        at.desk(),
                        Services.MODERATOR,
                        Services.PASSWORD,
                        at.ingest(),
                        at.worker(),
                        at.articles(),
                        Services.SITE,
                        Services.SITE_KEY,
                        at.submit(article),
                        folder.path());
    }

    static String ofInfrastructure(Folder folder, String kafka, String store) {
        return """

                Broker and store are ready. Services find them with this in their environment:

                  KAFKA_BOOTSTRAP_SERVERS=%s
                  MONGODB_URI=%s

                  Data and log      %s
                  Stop              Ctrl-C
                """.formatted(kafka, store, folder.path());
    }
}
