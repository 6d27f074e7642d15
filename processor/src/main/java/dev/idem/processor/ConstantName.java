package dev.idem.processor;

import java.util.Locale;

/** Names of constants, from the names of what they stand for. */
final class ConstantName {

    private ConstantName() {}

    /** In upper case, with an underscore between words: {@code CHARGE_ALL} for {@code chargeAll}. */
    static String of(String name) {
        return separated(name).toUpperCase(Locale.ROOT);
    }

    /** The same for any text: what cannot be in a name separates words, too. */
    static String ofText(String text) {
        StringBuilder name = new StringBuilder();
        boolean separates = false;
        for (char character : separated(text).toCharArray()) {
            if (isUpper(character) || isLowerOrDigit(character)) {
                name.append(separates && !name.isEmpty() ? "_" : "").append(character);
                separates = false;
            } else {
                separates = true;
            }
        }
        return name.toString().toUpperCase(Locale.ROOT);
    }

    private static String separated(String name) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            if (i > 0 && isUpper(character) && isLowerOrDigit(name.charAt(i - 1))) {
                words.append('_');
            }
            words.append(character);
        }
        return words.toString();
    }

    private static boolean isUpper(char character) {
        return character >= 'A' && character <= 'Z';
    }

    private static boolean isLowerOrDigit(char character) {
        return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
    }
}
