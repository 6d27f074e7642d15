package dev.idem.processor;

/** One argument of the constructor that rebuilds an exception. */
sealed interface ReplayArgument {

    /**
     * A part of the exception that is recorded.
     *
     * @param code how it is read: what follows the dot
     * @param cast how it is cast again to the parameter's type
     */
    record Part(String code, StoredType type, Cast cast) implements ReplayArgument {}

    /** The cause, which is not recorded: null of this type. */
    record NoCause(TypeName type) implements ReplayArgument {}
}
