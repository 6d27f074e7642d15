package dev.idem.processor;

/** A type does not exist yet: another processor may generate it, so its user is read again in the next round. */
final class UnresolvedTypeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String type;

    UnresolvedTypeException(String type) {
        super("unresolved type " + type, null, false, false);
        this.type = type;
    }

    /** The type's name as in the source. */
    String type() {
        return type;
    }
}
