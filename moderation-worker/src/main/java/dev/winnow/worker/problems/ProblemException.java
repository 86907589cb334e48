package dev.winnow.worker.problems;

/** Carries a {@link Problem} out of a reactive chain. It is an answer, not a fault: it has no stack trace. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.kind().word() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
