package dev.idem.processor;

/**
 * One text that the user gave in the annotation.
 *
 * @param attribute the attribute's name
 * @param text as the user wrote it
 * @param place where it stands
 */
record Setting(String attribute, String text, Place place) {}
