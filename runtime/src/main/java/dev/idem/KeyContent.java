package dev.idem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the value of the only key parameter the whole content, without an object around it, so that another language can
 * hash the body of its request. A {@code byte[]} is taken as it is, a {@code String} as its UTF-8; a record is written
 * as always. Read at compile time only.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface KeyContent {}
