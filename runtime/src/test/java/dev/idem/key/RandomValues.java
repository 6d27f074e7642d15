package dev.idem.key;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Values as a key can hold them, from a seed. One failing seed is replayed alone by {@code -Didem.seed=<seed>}; a run
 * with other seeds begins at {@code -Didem.firstSeed=<seed>}.
 */
final class RandomValues {

    private static final int SEEDS = 500;
    private static final int MAX_DEPTH = 4;
    private static final List<String> PIECES = List.of(
            "a",
            "b",
            "Z",
            "0",
            " ",
            "\"",
            "\\",
            "\n",
            "\u0000",
            "\u007F",
            "é",
            "ÿ",
            "Ā",
            "€",
            "\uD83D\uDE00",
            "\uFFFF");

    private final Random random;

    RandomValues(long seed) {
        random = new Random(seed);
    }

    static LongStream seeds() {
        Long only = Long.getLong("idem.seed");
        long first = Long.getLong("idem.firstSeed", 1);
        return only == null ? LongStream.range(first, first + SEEDS) : LongStream.of(only);
    }

    @Nullable
    Object value() {
        return value(MAX_DEPTH);
    }

    private @Nullable Object value(int depth) {
        return switch (random.nextInt(depth == 0 ? 8 : 12)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2, 3 -> string();
            case 4 -> random.nextInt();
            case 5 -> number();
            case 6 -> random.nextLong() >> random.nextInt(64);
            case 7 -> other();
            case 8, 9 -> map(depth - 1);
            case 10 -> list(depth - 1);
            default -> new LinkedHashSet<>(list(depth - 1));
        };
    }

    /** A value as JSON libraries hold it. */
    @Nullable
    Object tree() {
        return tree(MAX_DEPTH);
    }

    private @Nullable Object tree(int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 8)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> string();
            case 3 -> bytes();
            case 4 -> anyNumber();
            case 5 -> {
                List<Object> list = new ArrayList<>();
                IntStream.range(0, random.nextInt(6)).forEach(i -> list.add(tree(depth - 1)));
                yield list;
            }
            default -> {
                Map<String, Object> map = new HashMap<>();
                IntStream.range(0, random.nextInt(6)).forEach(i -> map.put(string(), tree(depth - 1)));
                yield map;
            }
        };
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(8)];
        random.nextBytes(bytes);
        return bytes;
    }

    private Number anyNumber() {
        return switch (random.nextInt(7)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextLong() >> random.nextInt(64);
            case 2 -> (short) random.nextInt();
            case 3 -> (float) random.nextGaussian();
            case 4 -> new BigInteger(random.nextInt(80), random);
            case 5 -> new BigDecimal(new BigInteger(random.nextInt(120), random), random.nextInt(40) - 20);
            default -> number();
        };
    }

    String string() {
        StringBuilder text = new StringBuilder();
        int count = random.nextInt(10) == 0 ? random.nextInt(400) : random.nextInt(8);
        for (int i = 0; i < count; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    double number() {
        double value =
                random.nextBoolean() ? Double.longBitsToDouble(random.nextLong()) : random.nextInt(2_000_000) / 100.0;
        return Double.isFinite(value) ? value : 0.5;
    }

    private Object other() {
        return switch (random.nextInt(6)) {
            case 0 -> new BigDecimal(new BigInteger(random.nextInt(80), random), random.nextInt(40) - 20);
            case 1 -> new BigInteger(random.nextInt(80), random);
            case 2 -> new UUID(random.nextLong(), random.nextLong());
            case 3 -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
            case 4 -> Duration.ofMillis(random.nextInt());
            default -> (char) random.nextInt(0x100);
        };
    }

    private Map<String, Object> map(int depth) {
        Map<String, Object> map = new HashMap<>();
        IntStream.range(0, random.nextInt(6)).forEach(i -> map.put(string(), value(depth)));
        return map;
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        IntStream.range(0, random.nextInt(6)).forEach(i -> list.add(value(depth)));
        return list;
    }

    /** An equal value with its maps in another order. */
    @Nullable
    Object shuffled(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            List<Object> keys = new ArrayList<>(map.keySet());
            Collections.shuffle(keys, random);
            Map<Object, Object> copy = random.nextBoolean() ? new LinkedHashMap<>() : new TreeMap<>();
            keys.forEach(key -> copy.put(key, shuffled(map.get(key))));
            return copy;
        }
        if (value instanceof Set<?> set) {
            List<Object> elements = new ArrayList<>();
            set.forEach(element -> elements.add(shuffled(element)));
            Collections.shuffle(elements, random);
            return new LinkedHashSet<>(elements);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(shuffled(element)));
            return copy;
        }
        return value;
    }
}
