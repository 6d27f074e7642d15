package dev.idem.processor;

/** What was given as descriptors cannot be read as such. */
final class BadDescriptorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadDescriptorException(String message) {
        super(message);
    }
}
