package dev.idem.processor;

import java.util.List;

/**
 * A type that is written member by member.
 *
 * @param type the type with its arguments
 * @param erased the type without them
 * @param open whether it can have subclasses, whose state would go unseen
 * @param members what is written, in order of name
 */
record ValueType(TypeName type, ClassName erased, String writer, boolean open, List<Member> members)
        implements WrittenType {

    ValueType {
        members = List.copyOf(members);
    }

    /** One member, with the name it has in the content. */
    sealed interface Member {

        String name();

        /** What it is called in Java. */
        String source();
    }

    /**
     * A member that is read from the value.
     *
     * @param source the name of the property
     * @param code how it is read: {@code getId()}
     */
    record Property(String name, String source, String code, Shape shape) implements Member {}

    /** A member with the same text in every instance. */
    record Constant(String name, String text) implements Member {

        @Override
        public String source() {
            return "the name of the type";
        }
    }
}
