package dev.idem.intercept;

import dev.idem.IdempotencyException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A guarded method has no generated code, so its calls cannot be told apart. Nothing was run. */
public final class MissingGeneratedClassException extends IdempotencyException {

    private static final String ACTION = """
            Name the processor in the build of the module that holds this method, then compile it anew. \
            Since JDK 23 javac runs no processor that it merely finds on the class path.

            Maven, in the configuration of maven-compiler-plugin:

                <annotationProcessorPaths>
                    <path>
                        <groupId>dev.idem</groupId>
                        <artifactId>idem-processor</artifactId>
                        <version>${idem.version}</version>
                    </path>
                </annotationProcessorPaths>

            Gradle:

                annotationProcessor("dev.idem:idem-processor:$idemVersion")
            """;

    private final String description;
    private final String action;

    private MissingGeneratedClassException(String description, String action, @Nullable Throwable cause) {
        super(description + "\n\n" + action, cause);
        this.description = description;
        this.action = action;
    }

    static MissingGeneratedClassException absent(Method method, String generatedClass, @Nullable Throwable cause) {
        return new MissingGeneratedClassException(
                "@IdempotentCall method " + nameOf(method) + " cannot be guarded: the class " + generatedClass
                        + ", which the annotation processor generates, cannot be used (" + cause
                        + "). Usually the processor did not run when the method was compiled.",
                ACTION,
                cause);
    }

    /** The generated class is there, but its module keeps it from the runtime. */
    static MissingGeneratedClassException hidden(Method method, String generatedClass, Throwable cause) {
        Module module = method.getDeclaringClass().getModule();
        Module runtime = MissingGeneratedClassException.class.getModule();
        String directive = method.getDeclaringClass().getPackageName()
                + (runtime.isNamed() ? " to " + runtime.getName() + ";" : ";");
        return new MissingGeneratedClassException(
                "@IdempotentCall method " + nameOf(method) + " cannot be guarded: the module " + module.getName()
                        + " neither exports nor opens the package of the class " + generatedClass
                        + " to this library.",
                "Add to the module-info.java of " + module.getName() + ":\n\n    exports " + directive
                        + "\n\nor, where no other module shall compile against the package:\n\n    opens " + directive
                        + "\n",
                cause);
    }

    static MissingGeneratedClassException stale(Method method, String generatedClass) {
        return new MissingGeneratedClassException(
                "@IdempotentCall method " + nameOf(method) + " cannot be guarded: the class " + generatedClass
                        + " does not know it. Usually the class is left from an earlier build, and the annotation"
                        + " processor did not run when the method was compiled.",
                ACTION,
                /* cause= */ null);
    }

    /** Which method lacks which class, and why that usually is. */
    public String description() {
        return description;
    }

    /** What to add to the build, or to the module. */
    public String action() {
        return action;
    }

    private static String nameOf(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(
                        ", ", method.getDeclaringClass().getName() + "." + method.getName() + "(", ")"));
    }
}
