package dev.idem.processor;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * One way to read a property.
 *
 * @param property the property's name
 * @param code what follows the dot: {@code id()}, {@code getId()} or {@code id}
 * @param type the type that is read
 * @param ignored whether {@code @KeyIgnore} is on it, or on the field or component behind it
 * @param encoded the component, field or method that {@code @KeyEncodedBy} is on
 */
record Accessor(String property, String code, TypeMirror type, boolean ignored, Optional<? extends Element> encoded) {}
