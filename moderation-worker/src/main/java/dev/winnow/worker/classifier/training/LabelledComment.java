package dev.winnow.worker.classifier.training;

/**
 * A comment with what is known about it.
 *
 * @param id its id, unique among the files
 * @param source where it comes from; the recipe goes by it
 * @param label {@code ok}, {@code spam} or {@code abuse}
 * @param kind what sort of it, or empty
 * @param text the text
 */
public record LabelledComment(String id, String source, String label, String kind, String text) {

    /** Whether a label's output should say yes. */
    boolean is(String wanted) {
        return label.equals(wanted);
    }

    /** A stable number by which rows are chosen, whatever the order and number of the others. */
    int choice(String salt) {
        long hash = 0xcbf29ce484222325L;
        for (var part : new String[] {salt, id}) {
            for (int i = 0; i < part.length(); i++) {
                hash = (hash ^ part.charAt(i)) * 0x100000001b3L;
            }
        }
        hash = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
        return (int) (hash >>> 33);
    }
}
