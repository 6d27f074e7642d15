package dev.idem.processor;

import java.util.HashSet;
import java.util.Set;

/** Gives each name once: a second {@code Charge} becomes {@code Charge2}. */
final class UniqueNames {

    private final Set<String> taken = new HashSet<>();

    String take(String wanted) {
        String name = wanted;
        for (int number = 2; !taken.add(name); number++) {
            name = wanted + number;
        }
        return name;
    }
}
