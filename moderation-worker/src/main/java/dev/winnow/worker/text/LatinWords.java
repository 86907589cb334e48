package dev.winnow.worker.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Words of the Latin alphabet and in how many comments each stands: by them letters that were pulled apart until nobody
 * sees where a word ends ({@code y o u i d i o t}) are divided into words again. Immutable, shared by all threads.
 */
public final class LatinWords {

    /** The words that come with this release. */
    public static final LatinWords STANDARD = standard();

    private static final String TABLE = "/text/words.tsv";

    private static final int LONGEST = 20;

    /** A word that stands in so many comments is a common one. */
    private static final int COMMON = 10;

    /** The price of a word that is not known, and of each of its letters: about what they would carry in English. */
    private static final double UNKNOWN = 12;

    private static final double UNKNOWN_LETTER = 2.5;

    /** In order, so that those with a beginning stand side by side. */
    private final String[] words;

    /** For each word its logarithm of odds, negative. */
    private final double[] prices;

    private final double commonPrice;

    private LatinWords(TreeMap<String, Integer> counts) {
        double all = counts.values().stream().mapToInt(Integer::intValue).sum();
        words = counts.keySet().toArray(String[]::new);
        commonPrice = Math.log(all / COMMON);
        prices = counts.values().stream()
                .mapToDouble(count -> Math.log(all / count))
                .toArray();
    }

    /** Whether a word stands in many comments: most of those that do are English. */
    public boolean isCommon(String word) {
        int place = Arrays.binarySearch(words, word);
        return place >= 0 && prices[place] <= commonPrice;
    }

    /** Where among letters the likeliest words begin, by Viterbi's algorithm; in time linear in the letters. */
    BitSet beginnings(CharSequence letters) {
        return new Division(letters).beginnings();
    }

    /** The first of some words, alike up to a place, that has there a letter or a later one. */
    private int first(int low, int high, int place, int letter) {
        int from = low;
        int to = high;
        while (from < to) {
            int middle = from + to >>> 1;
            boolean before = words[middle].length() <= place || words[middle].charAt(place) < letter;
            from = before ? middle + 1 : from;
            to = before ? to : middle;
        }
        return from;
    }

    private static LatinWords standard() {
        try (var in = LatinWords.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("missing on the class path: " + TABLE);
            }
            var counts = new TreeMap<String, Integer>();
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                counts.put(line.substring(0, tab), Integer.parseInt(line.substring(tab + 1)));
            }
            return new LatinWords(counts);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + TABLE, e);
        }
    }

    /** Letters while they are being divided. */
    private final class Division {

        private final CharSequence letters;

        /** For each place the price of the best way there, and where its last word began. */
        private final double[] least;

        private final int[] from;

        Division(CharSequence letters) {
            this.letters = letters;
            least = new double[letters.length() + 1];
            from = new int[letters.length() + 1];
            Arrays.fill(least, 1, least.length, Double.POSITIVE_INFINITY);
        }

        BitSet beginnings() {
            for (int start = 0; start < letters.length(); start++) {
                int most = Math.min(LONGEST, letters.length() - start);
                for (int size = 1; size <= most; size++) {
                    offer(start, start + size, UNKNOWN + size * UNKNOWN_LETTER);
                }
                known(start, most);
            }
            var beginnings = new BitSet(letters.length());
            for (int end = letters.length(); end > 0; end = from[end]) {
                beginnings.set(from[end]);
            }
            return beginnings;
        }

        private void known(int start, int most) {
            int low = 0;
            int high = words.length;
            for (int size = 1; size <= most && low < high; size++) {
                char letter = letters.charAt(start + size - 1);
                low = first(low, high, size - 1, letter);
                high = first(low, high, size - 1, letter + 1);
                if (low < high && words[low].length() == size) {
                    offer(start, start + size, prices[low]);
                }
            }
        }

        private void offer(int start, int end, double price) {
            if (least[start] + price < least[end]) {
                least[end] = least[start] + price;
                from[end] = start;
            }
        }
    }

    /** Counts words over comments and writes the table. */
    public static final class Count {

        /** Rarer words are left out. */
        private static final int FEWEST = 5;

        /** Of two letters much is an abbreviation or a slip. */
        private static final int FEWEST_OF_TWO_LETTERS = 100;

        private static final Pattern WORD = Pattern.compile("[a-z]+(?:'[a-z]+)*");
        private static final String WORDS_OF_ONE_LETTER = "aiu";

        private final TreeMap<String, Integer> counts = new TreeMap<>();

        /** Counts what stands in a comment; what stands there twice counts once. */
        public void add(String comment) {
            var words = new HashSet<String>();
            var found = WORD.matcher(NormalisedText.plain(comment));
            while (found.find()) {
                words.add(found.group().replace("'", ""));
            }
            words.forEach(word -> counts.merge(word, 1, Integer::sum));
        }

        /** Writes the words that are not too rare, and returns how many. */
        public int write(Writer out) throws IOException {
            int written = 0;
            for (var word : counts.entrySet()) {
                if (isKept(word)) {
                    out.write(word.getKey() + "\t" + word.getValue() + "\n");
                    written++;
                }
            }
            return written;
        }

        private static boolean isKept(Map.Entry<String, Integer> word) {
            return switch (word.getKey().length()) {
                case 1 -> WORDS_OF_ONE_LETTER.contains(word.getKey());
                case 2 -> word.getValue() >= FEWEST_OF_TWO_LETTERS;
                default -> word.getValue() >= FEWEST && word.getKey().length() <= LONGEST;
            };
        }
    }
}
