package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What tells the hashes of two calls apart. */
final class LeafHashTest {

    @Test
    void start_isOneOfThisProcess() {
        assertThat(LeafHash.start()).isEqualTo(LeafHash.start()).isNotZero();
    }

    @Test
    void everyLeafAndTheirOrder_count() {
        long start = LeafHash.start();
        assertThat(Stream.of(
                        LeafHash.add(LeafHash.add(start, 1L), 2L),
                        LeafHash.add(LeafHash.add(start, 2L), 1L),
                        LeafHash.add(LeafHash.add(start, 2L), 2L),
                        LeafHash.add(start, 1L),
                        LeafHash.absent(start)))
                .doesNotHaveDuplicates();
        assertThat(LeafHash.add(start, true)).isNotEqualTo(LeafHash.add(start, false));
    }

    @Test
    void zeros_areOneNumber() {
        assertThat(LeafHash.add(3, -0.0)).isEqualTo(LeafHash.add(3, 0.0));
        assertThat(LeafHash.add(3, 1.0)).isNotEqualTo(LeafHash.add(3, 0.0));
    }

    @Test
    void lists_countElementByElement() {
        List<List<@Nullable String>> lists =
                List.of(List.of(), List.of("a"), List.of("a", "b"), List.of("b", "a"), Arrays.asList("a", null));
        assertThat(lists.stream().map(list -> LeafHash.list(3, list, LeafHash::add)))
                .doesNotHaveDuplicates();
        for (List<@Nullable String> list : lists) {
            @Nullable String[] array = list.toArray(new String[0]);
            assertThat(LeafHash.list(3, array, LeafHash::add)).isEqualTo(LeafHash.list(3, list, LeafHash::add));
        }
        assertThat(LeafHash.list(3, (List<String>) null, LeafHash::add)).isEqualTo(LeafHash.absent(3));
        assertThat(LeafHash.list(3, (String[]) null, LeafHash::add)).isEqualTo(LeafHash.absent(3));
    }
}
