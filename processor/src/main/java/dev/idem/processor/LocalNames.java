package dev.idem.processor;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** The names of the parameters and local variables of one method: a second {@code id} becomes {@code id_}. */
final class LocalNames {

    private final Set<String> taken;

    private LocalNames(Set<String> taken) {
        this.taken = taken;
    }

    /** With names that are taken. */
    static LocalNames with(String... taken) {
        return new LocalNames(new HashSet<>(Arrays.asList(taken)));
    }

    String take(String wanted) {
        String name = wanted;
        while (SourceVersion.isKeyword(name) || !taken.add(name)) {
            name += "_";
        }
        return name;
    }

    /** The names inside a block, which end with it. */
    LocalNames nested() {
        return new LocalNames(new HashSet<>(taken));
    }
}
