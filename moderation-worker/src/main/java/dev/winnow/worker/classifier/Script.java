package dev.winnow.worker.classifier;

import dev.winnow.worker.text.Characters;
import dev.winnow.worker.text.EmojiWords;

/** In which writing a text mostly is: the two have their own base rates and calibrations. */
public enum Script {
    HAN(EmojiWords.CHINESE),
    LATIN(EmojiWords.ENGLISH);

    private final EmojiWords emoji;

    Script(EmojiWords emoji) {
        this.emoji = emoji;
    }

    /** The writing of a normalised text. A Han character weighs about as much as two letters. */
    public static Script of(CharSequence text) {
        int balance = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            balance += Characters.isHan(c) ? 2 : Characters.isLatin(c) ? -1 : 0;
        }
        return balance >= 0 ? HAN : LATIN;
    }

    /** A text with its emoji spelled out in the language that this is mostly the writing of. */
    public String spelled(CharSequence text) {
        return emoji.spelled(text);
    }
}
