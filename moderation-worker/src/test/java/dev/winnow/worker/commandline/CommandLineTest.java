package dev.winnow.worker.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.events.EventJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void screensAFileInOrder() throws IOException {
        var text = new StringBuilder("lang\ttext\tid\n");
        for (int i = 0; i < 3_000; i++) {
            text.append("zh\t")
                    .append(i % 2 == 0 ? "写得很好\\n谢谢" : "加微信 abc123456 兼职日结500")
                    .append('\t')
                    .append(i);
            text.append('\n');
        }

        int code = screen(text.toString());

        var lines = Files.readAllLines(folder.resolve("out"));
        assertThat(code).isZero();
        assertThat(lines).hasSize(3_001);
        assertThat(lines.get(0)).isEqualTo("id\tscore_spam\tscore_abuse\tverdict\treasons");
        assertThat(lines.get(1)).matches("0\t0\\.\\d{4}\t0\\.\\d{4}\tapprove\t.*");
        assertThat(lines.get(2_000)).matches("1999\t0\\.9\\d{3}\t0\\.\\d{4}\treject\t.*contact-detail.*");
        assertThat(errors.toString(StandardCharsets.UTF_8)).matches("3000 rows in [\\d.]+ s, \\d+ rows/s\\R");
    }

    @Test
    void explainsWithTheCharactersAndASentence() throws IOException {
        int code = screen("id\ttext\n7\tA\\tB 加薇信 abc123456\n", "--explain", "--language", "zh");

        var json = EventJson.MAPPER.readTree(Files.readString(folder.resolve("out")));
        assertThat(code).isZero();
        assertThat(json.get("id").asString()).isEqualTo("7");
        assertThat(json.get("verdict").asString()).isNotEqualTo("approve");
        var contact = json.get("signals")
                .valueStream()
                .filter(s -> s.get("name").asString().equals("contact-detail"))
                .findFirst()
                .orElseThrow();
        assertThat(contact.get("texts").get(0).asString()).isEqualTo("加薇信 abc123456");
        assertThat(contact.get("spans").get(0).get(0).asInt()).isEqualTo(4);
        assertThat(contact.get("why").asString()).isEqualTo("留下了联系账号：abc123456（微信）");
    }

    @Test
    void aNameAndAnAddressAreScreenedWhereThereAreSuchColumns() throws IOException {
        screen("id\ttext\tauthor\turl\n1\tnice post\tcasino-777.com\thttp://bit.ly/x\n");

        assertThat(Files.readString(folder.resolve("out"))).contains("link-in-name", "shortened-link");
    }

    @Test
    void leavesScreensOut() throws IOException {
        int code = screen("id\ttext\n1\t加微信 abc123456\n", "--without", "contacts,lists", "--model", "first");

        assertThat(code).isZero();
        assertThat(Files.readString(folder.resolve("out"))).doesNotContain("contact-detail", "listed-term");
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        assertThat(run("screen", "--input", "x")).isEqualTo(2);
        assertThat(run("screen", "--inptu", "x")).isEqualTo(2);
        assertThat(run("scren")).isEqualTo(2);
        assertThat(run("screen", "--input", folder.resolve("none").toString(), "--output", "-"))
                .isEqualTo(1);
        assertThat(screen("id\ttext\n", "--without", "list")).isEqualTo(2);
        assertThat(screen("id\ttxt\n")).isEqualTo(1);
        assertThat(screen("id\ttext\n1\tok\n2\n")).isEqualTo(1);
        assertThat(screen("")).isEqualTo(1);

        assertThat(errors.toString(StandardCharsets.UTF_8))
                .contains("no such command: scren", "--output is missing", "unknown option: --inptu", "no such file: ")
                .contains("--without takes of these: lists,site-list,classifier")
                .contains("the header must name a column 'text', it names: id, txt")
                .contains("line 3 has only 1 columns", "the input is empty");
    }

    @Test
    void onlyACommandIsOne() {
        assertThat(CommandLine.isMeantBy("screen")).isTrue();
        assertThat(CommandLine.isMeantBy("scren")).isTrue();
        assertThat(CommandLine.isMeantBy("--server.port=0")).isFalse();
        assertThat(CommandLine.isMeantBy()).isFalse();
    }

    private int screen(String input, String... more) throws IOException {
        Files.writeString(folder.resolve("in"), input);
        var args = new String[] {
            "screen",
            "--input",
            folder.resolve("in").toString(),
            "--output",
            folder.resolve("out").toString()
        };
        var all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return run(all);
    }

    private int run(String... args) {
        return CommandLine.run(new PrintStream(errors, true, StandardCharsets.UTF_8), args);
    }
}
