package dev.idem.processor;

import javax.lang.model.type.DeclaredType;

/**
 * One class that the user named in the annotation.
 *
 * @param place where it stands
 */
record ClassSetting(DeclaredType type, Place place) {}
