package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.idem.IdempotencyKeyException;
import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.store.caffeine.CaffeineStore;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Items that differ, and items that only seem to. */
final class ItemArgumentsTest {

    private static final Guard GUARD = new Guard(CallPolicy.DEFAULT, new CaffeineStore(/* maximumWeight= */ 1_000_000));

    private final EngineParts parts = EngineParts.of(EngineLimits.DEFAULT, new ManualTimer(), () -> "token");

    @Test
    void itemsWithOneKey_areOneWithAllItsPlaces() {
        List<BatchItem> distinct = arguments(Each.map(0), "a", "b", "c").distinct(calls(1, 2, 1), parts);

        assertThat(distinct.stream().map(BatchItem::positions)).containsExactly(List.of(0, 2), List.of(1));
    }

    @Test
    void equalItemsWithDifferentKeys_areRefusedWhereAMapHoldsTheResults() {
        assertThatExceptionOfType(IdempotencyKeyException.class)
                .isThrownBy(() -> arguments(Each.map(0), "a", "a").distinct(calls(1, 2), parts))
                .withMessageContaining("two of its items are equal by equals() and have different keys");
        assertThat(arguments(Each.list(0), "a", "a").distinct(calls(1, 2), parts))
                .hasSize(2);
    }

    private static ItemArguments arguments(Each each, String... items) {
        return ItemArguments.of(Prompts.operation(), each, new Object[] {List.of(items)});
    }

    private static List<Call> calls(Integer... contents) {
        return Stream.of(contents)
                .map(content -> Fingerprint.of(new byte[] {content.byteValue()}))
                .map(fingerprint -> new Call(
                        Prompts.operation(),
                        GUARD,
                        new RecordAddress("shop", null, "complete", fingerprint.derivedKey()),
                        fingerprint))
                .toList();
    }
}
