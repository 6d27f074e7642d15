package dev.idem.processor;

import javax.lang.model.element.TypeElement;

/** What tells the subtypes of a sealed type apart: the member {@code @type}. */
final class TypeTag {

    static final String NAME = "@type";

    private TypeTag() {}

    /** The text of the member. */
    static String of(TypeElement type) {
        return type.getSimpleName().toString();
    }
}
