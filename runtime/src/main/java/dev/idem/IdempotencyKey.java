package dev.idem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The parameter that holds the client's own key: a {@code String}, a {@code UUID} or a
 * {@code dev.idem.key.IdempotencyKeyHeader}. Its text is the key: 1 to 255 visible ASCII characters, else
 * {@link IdempotencyKeyException}; null or blank is refused with {@link MissingIdempotencyKeyException}. The other parameters are compared only: the same key with other values of
 * them is a {@link KeyConflictException}. Read at compile time only.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface IdempotencyKey {}
