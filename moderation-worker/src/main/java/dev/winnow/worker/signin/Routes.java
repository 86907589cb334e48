package dev.winnow.worker.signin;

import static dev.winnow.worker.signin.Role.LEAD;
import static dev.winnow.worker.signin.Role.MODERATOR;
import static dev.winnow.worker.signin.Role.OPERATOR;
import static dev.winnow.worker.signin.Route.About.COMMENT;
import static dev.winnow.worker.signin.Route.About.NO_SITE;
import static dev.winnow.worker.signin.Route.About.SITE_IN_PATH;
import static dev.winnow.worker.signin.Route.About.SITE_IN_QUERY;
import static dev.winnow.worker.signin.Route.of;
import static dev.winnow.worker.signin.Route.open;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;

/** Every address of this service and who may use it. What is not in this table nobody may. */
final class Routes {

    static final List<Route> ALL = List.of(
            // Operators' machines, the contract, and what a page needs before somebody is signed in
            open(GET, "/actuator/health"),
            open(GET, "/actuator/health/**"),
            open(GET, "/actuator/prometheus"),
            open(GET, "/v3/api-docs"),
            open(GET, "/review/assets/{name}"),
            open(GET, SignInRequired.PAGE),
            open(POST, SignInRequired.PAGE),
            open(GET, OidcSignIn.THERE),
            open(GET, OidcSignIn.BACK),
            // Pages
            of(OPERATOR, GET, "/", NO_SITE),
            of(OPERATOR, GET, "/review", NO_SITE),
            of(OPERATOR, GET, SignInForm.DONE, NO_SITE),
            of(OPERATOR, GET, "/review/audit", NO_SITE),
            of(OPERATOR, GET, "/review/numbers", NO_SITE),
            // Looking
            of(OPERATOR, GET, "/v1/review/session", NO_SITE),
            of(OPERATOR, GET, "/v1/review/comments", SITE_IN_QUERY),
            of(OPERATOR, GET, "/v1/review/comments/{id}", COMMENT),
            of(OPERATOR, GET, "/v1/review/comments/{id}/around", COMMENT),
            of(OPERATOR, GET, "/v1/review/counts", SITE_IN_QUERY),
            of(OPERATOR, GET, "/v1/review/facets", SITE_IN_QUERY),
            of(OPERATOR, GET, "/v1/review/reasons", SITE_IN_QUERY),
            of(OPERATOR, GET, "/v1/review/stream", SITE_IN_QUERY),
            of(OPERATOR, GET, "/v1/review/audit", SITE_IN_QUERY),
            of(OPERATOR, GET, "/v1/review/numbers", SITE_IN_QUERY),
            of(OPERATOR, GET, "/v1/review/comments/{id}/audit", COMMENT),
            of(OPERATOR, GET, "/v1/policies/{site}", SITE_IN_PATH),
            of(OPERATOR, GET, "/v1/review/claims", NO_SITE),
            of(OPERATOR, GET, "/v1/review/acts/{id}", NO_SITE),
            // Deciding
            of(MODERATOR, PUT, "/v1/review/comments/{id}/claim", COMMENT),
            of(MODERATOR, DELETE, "/v1/review/comments/{id}/claim", COMMENT),
            of(MODERATOR, POST, "/v1/review/acts", SITE_IN_QUERY),
            of(MODERATOR, POST, "/v1/review/comments/{id}/decisions", COMMENT),
            // Taking out, and changing how a site moderates
            of(LEAD, GET, "/v1/review/audit/export", SITE_IN_QUERY),
            of(LEAD, POST, "/v1/policies/{site}/trials", SITE_IN_PATH),
            of(LEAD, PUT, "/v1/policies/{site}", SITE_IN_PATH));

    private Routes() {}
}
