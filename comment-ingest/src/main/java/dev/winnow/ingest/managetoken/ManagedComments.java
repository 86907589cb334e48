package dev.winnow.ingest.managetoken;

import dev.winnow.ingest.arrival.Call;
import dev.winnow.ingest.arrival.Target;
import dev.winnow.ingest.problems.Checked;
import dev.winnow.ingest.problems.Problem;
import dev.winnow.ingest.problems.ProblemKind;
import org.springframework.stereotype.Component;

/**
 * Lets through who may change a comment. The manage token comes as {@code Authorization: Bearer …} or, where the site's
 * own server forwards the call and needs that header for its key, as {@code Winnow-Manage-Token}.
 */
@Component
public class ManagedComments {

    /** The header for a token beside the site's key. */
    public static final String HEADER = "Winnow-Manage-Token";

    private final ManageTokens tokens;

    public ManagedComments(ManageTokens tokens) {
        this.tokens = tokens;
    }

    /** The comment that a call's address names and its token allows to change. */
    public Checked<Target> of(Call call) {
        return Target.of(call).then(target -> allowed(call, target));
    }

    private Checked<Target> allowed(Call call, Target target) {
        var own = call.header(HEADER);
        var token = own != null ? own : call.bearer();
        if (token == null) {
            return Checked.bad(Problem.unauthorized(
                    "Send the manageToken that came with the comment's 202, as Authorization: Bearer or as " + HEADER
                            + "."));
        }
        return tokens.allows(token, target.site(), target.article(), target.id())
                ? Checked.good(target)
                : Checked.bad(Problem.of(
                        ProblemKind.FORBIDDEN, "This manage token is not for this comment, or it has expired."));
    }
}
