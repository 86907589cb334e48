package dev.winnow.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MongoAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mongodb://localhost:27017          | mongodb://localhost:27017/threads",
                "mongodb://localhost:27017/         | mongodb://localhost:27017/threads",
                "mongodb://a:1,b:2/other?replicaSet=rs | mongodb://a:1,b:2/threads?replicaSet=rs",
                "mongodb+srv://cluster/?w=majority  | mongodb+srv://cluster/threads?w=majority"
            })
    void theDatabaseIsReplacedAndTheRestStays(String uri, String expected) {
        assertThat(MongoAddress.parse(uri).withDatabase("threads")).isEqualTo(expected);
    }

    @Test
    void aLoginIsStillLookedUpWhereItWas() {
        assertThat(MongoAddress.parse("mongodb://u:p@h:1/other").withDatabase("threads"))
                .isEqualTo("mongodb://u:p@h:1/threads?authSource=other");
        assertThat(MongoAddress.parse("mongodb://u:p@h:1/?tls=true").withDatabase("threads"))
                .isEqualTo("mongodb://u:p@h:1/threads?tls=true&authSource=admin");
        assertThat(MongoAddress.parse("mongodb://u:p@h:1/x?authSource=y").withDatabase("threads"))
                .isEqualTo("mongodb://u:p@h:1/threads?authSource=y");
    }

    @Test
    void anAddressOfSomethingElseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> MongoAddress.parse("http://localhost"));
    }
}
