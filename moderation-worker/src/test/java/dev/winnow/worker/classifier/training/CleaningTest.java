package dev.winnow.worker.classifier.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleaningTest {

    @Test
    void tweetsLoseAddresseesAndEntities() {
        assertThat(clean("tweets", "RT @someone: @USER so true &amp; funny &#128514; http://t.co/abc"))
                .isEqualTo("so true & funny 😂");
    }

    @Test
    void forumWordsBecomePunctuationAgain() {
        assertThat(clean("forum", "really qest no excl")).isEqualTo("really? no!");
    }

    @Test
    void placeholdersAreFilledAndWordsClosedUp() {
        var text = clean("placeholders", "尊敬 的 用户 您 的 账户 NAME 已 满 DIGIT 积分 请 致电 PHONE");

        assertThat(text).matches("尊敬的用户您的账户已满\\d+积分请致电1\\d{10}");
        assertThat(clean("placeholders", "尊敬 的 用户 您 的 账户 NAME 已 满 DIGIT 积分 请 致电 PHONE"))
                .isEqualTo(text);
    }

    private static String clean(String how, String text) {
        return Cleaning.clean(how, new LabelledComment("1", "s", "ok", "", text));
    }
}
