package dev.winnow.quickstart;

import java.net.URI;

/** Where the services answer, and the addresses below them that the quickstart uses or tells of. */
record Addresses(URI ingest, URI worker, URI articles) {

    static Addresses of(Ports ports) {
        return new Addresses(onLoopback(ports.ingest()), onLoopback(ports.worker()), onLoopback(ports.articles()));
    }

    private static URI onLoopback(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    URI submit(String article) {
        return ingest.resolve("/v1/sites/%s/articles/%s/comments".formatted(Services.SITE, article));
    }

    URI imports(String article) {
        return ingest.resolve("/v1/sites/%s/imports?article=%s".formatted(Services.SITE, article));
    }

    URI article(String article) {
        return articles.resolve("/v1/sites/%s/articles/%s".formatted(Services.SITE, article));
    }

    URI thread(String article) {
        return articles.resolve(
                "/v1/sites/%s/articles/%s/comments?order=oldest&limit=200".formatted(Services.SITE, article));
    }

    URI page(String article) {
        return articles.resolve("/sites/%s/articles/%s".formatted(Services.SITE, article));
    }

    URI desk() {
        return worker.resolve("/review");
    }
}
