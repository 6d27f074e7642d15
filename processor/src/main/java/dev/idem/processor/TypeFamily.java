package dev.idem.processor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Types;

/** Types that are refused for one reason, named so that they need not be on the processor's path. */
interface TypeFamily {

    /** Their qualified names; the family includes what inherits from them. */
    List<String> types();

    /** The first family of the type itself or of anything it inherits from. */
    static <F extends TypeFamily> Optional<F> of(DeclaredType type, Types types, F[] families) {
        Set<String> names = Supertypes.names(type, types).collect(Collectors.toSet());
        return Stream.of(families)
                .filter(family -> family.types().stream().anyMatch(names::contains))
                .findFirst();
    }
}
