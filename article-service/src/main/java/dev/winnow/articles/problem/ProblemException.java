package dev.winnow.articles.problem;

/** Carries a problem to where it is answered. It is no surprise and therefore has no stack trace. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
