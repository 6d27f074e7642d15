package dev.idem.it;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A generic result that holds more of its kind. */
public record Page<T>(
        List<T> items,
        Map<String, List<T>> groups,
        @Nullable Page<T> next) {}
