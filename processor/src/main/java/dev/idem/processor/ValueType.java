package dev.idem.processor;

import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * A record or class that is written member by member.
 *
 * @param type the type with its arguments
 * @param erased the type without them
 * @param writer the generated method that writes it
 * @param open whether it can have subclasses, whose state would go unseen
 * @param members what is written, in order of name
 */
record ValueType(TypeName type, TypeName erased, String writer, boolean open, List<Member> members) {

    ValueType {
        members = List.copyOf(members);
    }

    /**
     * One member.
     *
     * @param name the name in the content
     * @param code how it is read: {@code getId()}
     */
    record Member(String name, String code, Shape shape) {}
}
