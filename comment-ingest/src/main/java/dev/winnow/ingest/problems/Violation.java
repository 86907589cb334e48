package dev.winnow.ingest.problems;

/**
 * One rule that the input broke.
 *
 * @param field the field as a dotted path, or the header or parameter by its name
 * @param must what it must be, as the rest of the sentence "it must …"
 */
public record Violation(String field, String must) {

    private static final int FIELD_SHOWN = 60;

    public Violation {
        field = printable(field);
    }

    /** Field names come from the client: what is shown of them is short and plain. */
    private static String printable(String field) {
        var shown = field.length() <= FIELD_SHOWN ? field : field.substring(0, FIELD_SHOWN);
        var plain = new StringBuilder(shown.length());
        for (int i = 0; i < shown.length(); i++) {
            var c = shown.charAt(i);
            plain.append(Character.isSurrogate(c) || Character.isISOControl(c) ? '?' : c);
        }
        return plain.toString();
    }
}
