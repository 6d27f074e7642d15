package dev.idem.key;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the encoder that writes a value into keys: on a parameter, record component, field or getter for its value, on a
 * type for all its values. Null is absent, and never reaches the encoder. Read at compile time only.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface KeyEncodedBy {

    /** The encoder: a class with a constructor without parameters that the package of the guarded type can see. */
    Class<? extends KeyEncoder<?>> value();
}
