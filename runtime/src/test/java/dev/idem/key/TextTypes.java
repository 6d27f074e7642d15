package dev.idem.key;

import java.net.URI;
import java.text.Normalizer;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** The scalar types of the canonical form that are neither numbers nor times. */
final class TextTypes {

    private static final List<Character.UnicodeScript> SCRIPTS = List.of(Character.UnicodeScript.values());
    private static final List<Currency> CURRENCIES = List.copyOf(Currency.getAvailableCurrencies());
    private static final List<Locale> LOCALES = Stream.of(Locale.getAvailableLocales())
            .filter(locale -> locale.getVariant().isEmpty())
            .toList();
    private static final List<String> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().toList();

    private TextTypes() {}

    static Stream<ScalarType<?>> all() {
        return Stream.of(
                booleans(),
                characters(),
                strings(),
                scripts(),
                uuids(),
                uris(),
                locales(),
                currencies(),
                zones(),
                byteArrays());
    }

    private static ScalarType<Boolean> booleans() {
        return ScalarType.of(
                Boolean.class, Random::nextBoolean, value -> Stream.of(!value), List.of(), CanonicalWriter::value);
    }

    private static ScalarType<Character> characters() {
        return ScalarType.of(
                Character.class,
                random -> (char) random.nextInt(Character.MIN_SURROGATE),
                value -> Stream.of((char) (value ^ 1), (char) (value & 0x7F), (char) (value & 0xFF)),
                List.of('\u0000', '"', '\\', '\n', '\u007F', '\uFFFF'),
                CanonicalWriter::value);
    }

    private static ScalarType<String> strings() {
        return ScalarType.of(
                String.class,
                random -> new RandomValues(random.nextLong()).string(),
                value -> Stream.of(
                        value + ' ',
                        value + '\u0000',
                        '"' + value + '"',
                        value.replace("\\", "\\\\"),
                        value.toUpperCase(Locale.ROOT),
                        Normalizer.normalize(value, Normalizer.Form.NFD)),
                List.of("", "\\u0000", "\u0000", "\\n", "null"),
                CanonicalWriter::value);
    }

    private static ScalarType<Character.UnicodeScript> scripts() {
        return ScalarType.of(
                Character.UnicodeScript.class,
                random -> SCRIPTS.get(random.nextInt(SCRIPTS.size())),
                value -> Stream.of(),
                SCRIPTS.subList(0, 2),
                (out, value) -> out.value(value));
    }

    private static ScalarType<UUID> uuids() {
        return ScalarType.of(
                UUID.class,
                random -> new UUID(random.nextLong() >> random.nextInt(64), random.nextLong()),
                value -> Stream.of(
                        new UUID(value.getMostSignificantBits() ^ 1, value.getLeastSignificantBits()),
                        new UUID(value.getMostSignificantBits(), value.getLeastSignificantBits() ^ Long.MIN_VALUE)),
                List.of(new UUID(0, 0)),
                CanonicalWriter::value);
    }

    private static ScalarType<URI> uris() {
        return ScalarType.of(
                URI.class,
                random -> URI.create("http://host/" + Integer.toString(random.nextInt(), 36)),
                value -> Stream.of("/", "?", "#", "?#", "%20", "%2520", "/.", "/..", ":80")
                        .map(end -> URI.create(value + end)),
                List.of(
                        URI.create(""),
                        URI.create("http://host"),
                        URI.create("http://host/"),
                        URI.create("mailto:a@b")),
                CanonicalWriter::value);
    }

    private static ScalarType<Locale> locales() {
        return ScalarType.of(
                Locale.class,
                TextTypes::anyLocale,
                value -> Stream.of(
                        value.stripExtensions(),
                        Locale.forLanguageTag(value.getLanguage()),
                        new Locale.Builder().setLocale(value).setRegion("AQ").build(),
                        new Locale.Builder()
                                .setLocale(value)
                                .setVariant("fonipa")
                                .build()),
                List.of(Locale.ROOT, Locale.forLanguageTag("zh-Hans"), Locale.forLanguageTag("zh-Hant")),
                CanonicalWriter::value);
    }

    private static ScalarType<Currency> currencies() {
        return ScalarType.of(
                Currency.class,
                random -> CURRENCIES.get(random.nextInt(CURRENCIES.size())),
                value -> Stream.of(),
                List.of(),
                CanonicalWriter::value);
    }

    private static ScalarType<ZoneId> zones() {
        return ScalarType.of(
                ZoneId.class,
                random -> ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))),
                value -> Stream.of(),
                List.of(
                        ZoneOffset.UTC,
                        ZoneId.of("UTC"),
                        ZoneId.of("GMT"),
                        ZoneId.of("GMT+01:00"),
                        ZoneOffset.ofHours(1),
                        ZoneOffset.ofTotalSeconds(3601)),
                CanonicalWriter::value);
    }

    private static ScalarType<byte[]> byteArrays() {
        return ScalarType.of(
                        byte[].class,
                        TextTypes::anyBytes,
                        value -> Stream.of(
                                Arrays.copyOf(value, value.length + 1),
                                Arrays.copyOf(value, value.length / 2),
                                new byte[value.length]),
                        List.of(new byte[0]),
                        CanonicalWriter::value)
                .comparedBy(Arrays::equals);
    }

    private static Locale anyLocale(Random random) {
        Locale locale = LOCALES.get(random.nextInt(LOCALES.size()));
        return random.nextBoolean() ? locale : Locale.forLanguageTag(locale.toLanguageTag() + "-u-nu-latn");
    }

    private static byte[] anyBytes(Random random) {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return bytes;
    }
}
