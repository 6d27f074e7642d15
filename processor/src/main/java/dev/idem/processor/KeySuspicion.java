package dev.idem.processor;

import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeKind;

/** Why a value is seldom meant to be in a key: its type, or the words at the end of its name. */
enum KeySuspicion {
    FLOATING_POINT(
            ProblemCode.FLOATING_POINT_KEY,
            Set.of(TypeKind.DOUBLE, TypeKind.FLOAT),
            Set.of("java.lang.Double", "java.lang.Float", "java.util.OptionalDouble"),
            List.of()) {
        @Override
        boolean concerns(Suspect suspect) {
            return hasType(suspect);
        }
    },
    VOLATILE(
            ProblemCode.VOLATILE_KEY,
            Set.of(),
            Set.of("java.time.Instant"),
            List.of("now", "timestamp", "requestTime", "nonce", "traceId", "requestId")) {
        // Whoever names such a value by a path has decided that it stays the same.
        @Override
        boolean concerns(Suspect suspect) {
            return !suspect.chosen() && (hasType(suspect) || hasName(suspect));
        }
    },
    LOCALE(
            ProblemCode.LOCALE_KEY,
            Set.of(),
            Set.of("java.time.ZoneId", "java.util.Locale", "java.util.TimeZone"),
            List.of()) {
        @Override
        boolean concerns(Suspect suspect) {
            return suspect.isParameter() && hasType(suspect);
        }
    },
    SECRET(ProblemCode.SECRET_KEY, Set.of(), Set.of(), List.of("password", "token", "secret")) {
        @Override
        boolean concerns(Suspect suspect) {
            return hasName(suspect);
        }
    };

    private final ProblemCode code;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<TypeKind> kinds;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> types;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> words;

    @SuppressWarnings("ImmutableEnumChecker") // made by Stream.toList
    private final List<String> endings;

    KeySuspicion(ProblemCode code, Set<TypeKind> kinds, Set<String> types, List<String> words) {
        this.code = code;
        this.kinds = kinds;
        this.types = types;
        this.words = words;
        this.endings = words.stream().map(PropertyNames::capitalize).toList();
    }

    ProblemCode code() {
        return code;
    }

    abstract boolean concerns(Suspect suspect);

    boolean hasType(Suspect suspect) {
        return suspect.hasType(kinds, types);
    }

    /** Whether the name is one of the words or ends with it: {@code clientSecret}, but not {@code known}. */
    boolean hasName(Suspect suspect) {
        String name = suspect.name();
        return words.stream().anyMatch(name::equalsIgnoreCase)
                || endings.stream().anyMatch(name::endsWith);
    }
}
