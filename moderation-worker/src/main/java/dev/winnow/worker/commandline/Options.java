package dev.winnow.worker.commandline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options of a command: {@code --name value}, {@code --name=value}, or a bare {@code --flag}. */
final class Options {

    private final Map<String, List<String>> values;

    private Options(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Reads them.
     *
     * @throws WrongUsage for what is not known or lacks its value
     */
    static Options of(List<String> args, Set<String> withValue, Set<String> flags) throws WrongUsage {
        var values = new HashMap<String, List<String>>();
        for (int i = 0; i < args.size(); i++) {
            var arg = args.get(i);
            int equals = arg.indexOf('=');
            var name = equals < 0 ? arg : arg.substring(0, equals);
            if (flags.contains(name) && equals < 0) {
                values.put(name, List.of());
            } else if (!withValue.contains(name)) {
                throw new WrongUsage("unknown option: " + arg);
            } else if (equals < 0 && i + 1 == args.size()) {
                throw new WrongUsage(name + " needs a value");
            } else {
                var value = equals < 0 ? args.get(++i) : arg.substring(equals + 1);
                values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
            }
        }
        return new Options(values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    @Nullable
    String get(String name) {
        var all = values.get(name);
        return all == null || all.isEmpty() ? null : all.get(all.size() - 1);
    }

    String required(String name) throws WrongUsage {
        var value = get(name);
        if (value == null) {
            throw new WrongUsage(name + " is missing");
        }
        return value;
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The names that a value lists with commas between them; none without it. */
    Set<String> names(String name) {
        var value = get(name);
        return value == null ? Set.of() : Set.of(value.split(","));
    }

    int number(String name, int otherwise) throws WrongUsage {
        var value = get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new WrongUsage(name + " must be a whole number above 0, not " + value);
    }

    /** The command line is wrong. */
    static final class WrongUsage extends Exception {

        private static final long serialVersionUID = 1;

        WrongUsage(String message) {
            super(message);
        }
    }
}
