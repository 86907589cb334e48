package dev.winnow.worker.screening.screens;

import dev.winnow.worker.text.HanNumerals;
import dev.winnow.worker.text.NormalisedText;
import java.util.ArrayList;
import java.util.List;

/** Finds telephone numbers: Chinese mobiles, international and toll-free ones, in digits or Chinese numerals. */
final class PhoneNumbers {

    private static final String BETWEEN = " -().";
    private static final int FEWEST = 10;
    private static final int MOST = 15;

    private PhoneNumbers() {}

    static List<Number> in(NormalisedText text) {
        var numbers = new ArrayList<Number>(0);
        for (int i = 0; i < text.length(); ) {
            if (HanNumerals.digit(text.charAt(i)) < 0) {
                i++;
                continue;
            }
            var run = run(text, i);
            if (run.digits().length() <= MOST && isNumber(text, run)) {
                numbers.add(run);
            }
            i = run.end();
        }
        return numbers;
    }

    private static Number run(NormalisedText text, int start) {
        var digits = new StringBuilder();
        int end = start;
        for (int i = start; i < text.length() && i - end <= 2; i++) {
            int digit = HanNumerals.digit(text.charAt(i));
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
                end = i + 1;
            } else if (BETWEEN.indexOf(text.charAt(i)) < 0) {
                break;
            }
        }
        return new Number(digits.toString(), start, end);
    }

    private static boolean isNumber(NormalisedText text, Number run) {
        var digits = run.digits();
        if (digits.length() < FEWEST) {
            return false;
        }
        boolean plus = run.start() > 0 && text.charAt(run.start() - 1) == '+';
        boolean mobile = digits.length() == 11 && digits.charAt(0) == '1' && digits.charAt(1) >= '3';
        boolean tollFree = digits.matches("1?8(00|33|44|55|66|77|88)\\d{7}");
        boolean grouped = digits.length() <= 11
                && text.subSequence(run.start(), run.end()).matches("1?[ .(-]{0,2}\\d{3}[ .)-]{1,2}\\d{3}[ .-]\\d{4}");
        return plus || mobile || tollFree || grouped;
    }

    /**
     * A number, in indices of the normalised text.
     *
     * @param digits its digits
     * @param start where it begins
     * @param end where it ends
     */
    record Number(String digits, int start, int end) {}
}
