package dev.idem.sample;

/**
 * A part of what the model answers.
 *
 * @param last whether the model has said all that it had to say; without text
 */
public record Delta(String text, boolean last) {}
