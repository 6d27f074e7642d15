package dev.idem.intercept;

/** Finds the class that a user wrote behind the subclasses that proxies and mocks make of it at run time. */
final class UserClass {

    private UserClass() {}

    static Class<?> behind(Class<?> type) {
        Class<?> candidate = type;
        while (isMadeAtRunTime(candidate)) {
            candidate = candidate.getSuperclass();
        }
        return candidate;
    }

    /** Such subclasses may copy the annotations of what they override, but nothing is generated for them. */
    private static boolean isMadeAtRunTime(Class<?> type) {
        Class<?> superclass = type.getSuperclass();
        return superclass != null
                && superclass != Object.class
                && (type.getName().contains("$$") || type.getName().contains("$MockitoMock$"));
    }
}
