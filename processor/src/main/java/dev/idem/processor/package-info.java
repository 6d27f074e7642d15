/**
 * From an annotated method to the code that writes its key, or to the problems that stand in the way:
 *
 * <ol>
 *   <li>{@code IdempotentCallProcessor} gives each type with guarded methods to {@code GuardedTypeReader};
 *   <li>readers make the model ({@code GuardedType} and below) or add to {@code Problems};
 *   <li>a model without problems goes to {@code CallsWriter}, which decides nothing.
 * </ol>
 */
@NullMarked
package dev.idem.processor;

import org.jspecify.annotations.NullMarked;
