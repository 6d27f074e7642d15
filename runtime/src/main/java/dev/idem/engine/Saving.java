package dev.idem.engine;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An amount that a run uses and a replay saves, read from the result: tokens, pages, money.
 *
 * @param unit the path to it, as the annotation names it; the unit in meters and prices
 * @param amount reads it from a result that is not null; null where there is none
 */
public record Saving(String unit, Function<Object, @Nullable Number> amount) {}
