package dev.idem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of a parameter, record component, field or getter in the key, in place of its name in Java: a rename in Java
 * keeps the keys, and another language can use its own spelling. On a subtype of a sealed type it is the text of the
 * member {@code @type}, in keys and in recorded results. Paths in {@code key} are names themselves and keep their text. Read at compile time only.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface KeyName {

    /** The name; not blank. */
    String value();
}
