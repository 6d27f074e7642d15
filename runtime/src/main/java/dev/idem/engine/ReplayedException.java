package dev.idem.engine;

import dev.idem.codec.ResultType;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An exception that is an outcome: recorded, and thrown again to duplicates. Generated code holds one constant per class.
 * Immutable.
 *
 * @param type exactly this class; an exception of a subclass is another one
 * @param parts the declared types of what it is rebuilt from
 * @param reader reads these parts of an exception of the class
 * @param factory makes a new exception of the class from such parts, by its own constructor
 */
public record ReplayedException(
        Class<? extends Throwable> type,
        List<ResultType> parts,
        Function<Throwable, @Nullable Object[]> reader,
        Function<@Nullable Object[], Throwable> factory) {

    public ReplayedException {
        parts = List.copyOf(parts);
    }

    /** The class and what it is rebuilt from: {@code shop.CardDeclinedException(java.lang.String, int)}. */
    @Override
    public String toString() {
        return parts.stream().map(ResultType::toString).collect(Collectors.joining(", ", type.getName() + "(", ")"));
    }
}
