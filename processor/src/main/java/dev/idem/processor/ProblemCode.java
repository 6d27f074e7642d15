package dev.idem.processor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;

/**
 * Everything that the processor can object to, with the message it then prints. A code never changes its meaning and is
 * never used again for another one.
 */
enum ProblemCode {
    STATIC_METHOD("""
            @IdempotentCall method %s must not be static: a static call never passes a proxy. Make it an instance \
            method, or weave with AspectJ and compile with -Aidem.weaving=aspectj."""),
    PRIVATE_METHOD("""
            @IdempotentCall method %s must not be private: a proxy cannot intercept it. Make it public, or weave with \
            AspectJ and compile with -Aidem.weaving=aspectj."""),
    FINAL_METHOD("""
            @IdempotentCall method %s must not be final, and neither must its class: a class-based proxy cannot \
            override it. %s, or weave with AspectJ and compile with -Aidem.weaving=aspectj."""),
    ABSTRACT_METHOD("""
            @IdempotentCall method %s must have a body in a class when AspectJ weaves: woven code does not match \
            abstract and interface methods. Annotate the methods that implement it."""),
    GENERIC_METHOD("""
            @IdempotentCall method %s must not declare the type parameter '%s': its key and its result would have \
            another shape on each call. Use concrete types, one method for each."""),
    SUSPEND_FUNCTION("""
            @IdempotentCall method %s must not be a Kotlin suspend function: it returns before its result exists. Use \
            a function that returns the result itself."""),
    PRIVATE_CLASS("""
            @IdempotentCall method %s must not be inside the private class '%s': neither a proxy nor generated code \
            can see it. Remove 'private' from the class."""),
    DUPLICATE_OPERATION("""
            @IdempotentCall method %s has the operation name '%s', and so has %s: they would answer each other's \
            calls. Give each a name of its own, e.g. operation = "%s"."""),
    BAD_DURATION("""
            %s '%s' on %s %s. Write 250ms, 30s, 15m, 24h, 7d or ISO-8601, e.g. %s = "%s"."""),
    LEASE_TOO_LONG("""
            lease '%s' is longer than ttl '%s' on %s: a claim would outlive its outcome. Make lease at most ttl."""),
    NO_KEY("""
            @IdempotentCall method %s has no key: %s, so repeats could not be told from new calls. %s."""),
    BAD_CLIENT_KEY("""
            @IdempotencyKey on '%s' of %s %s. %s."""),
    BAD_KEY_CONTENT("""
            @KeyContent on '%s' of %s %s. %s."""),
    BAD_PATH("""
            %s '%s' on %s is not a property path. Write names joined by dots, e.g. %s = "order.id"."""),
    DUPLICATE_PATH("""
            key '%s' is named twice on %s: a path adds to the key once. Remove one of the two."""),
    UNKNOWN_PARAMETER("%s '%s' names no parameter of %s.%s %s."),
    UNKNOWN_PROPERTY("""
            %s '%s' cannot be read: %s has no accessible '%s', '%s()' or '%s()' without parameters and checked \
            exceptions.%s %s."""),
    IGNORED_PATH("""
            key '%s' on %s leads through '%s', which is annotated @KeyIgnore: it cannot be part of the key and left \
            out of it. Remove the path or the annotation."""),
    BAD_UNLESS("""
            unless '%s' on %s has type %s: it decides whether a call goes straight through, which takes a boolean. \
            Name a boolean parameter or property."""),
    BAD_RECORD_IF("recordIf '%s' on %s %s. %s."),
    BAD_SAVINGS("savings '%s' on %s %s. %s."),
    BAD_EACH("each '%s' on %s %s. %s."),
    BAD_REPLAY("replay %s.class on %s %s. %s."),
    BAD_RETRY("retry %s on %s %s. %s."),
    ASYNC_TRANSACTION("""
            joinsTransaction on %s has no transaction to join: the method returns %s, and its work ends outside of the \
            caller's transaction. Return the value itself, or remove the attribute."""),
    INVISIBLE_TYPE("""
            '%s' has type %s, which the generated class in package '%s' cannot see. Make it, and every type around it, \
            public, or package-private in that package."""),
    UNSTABLE_KEY("Key '%s' has type %s, which has no stable value: %s. %s."),
    HIDDEN_STATE("""
            Key '%s' has type %s with state that cannot be read: %s would be missing from the key, and different \
            calls would share one. %s."""),
    NO_STATE("""
            Key '%s' has type %s, of which nothing can be written: every instance would have the same text. Use a \
            type with readable properties, or annotate it @KeyIgnore."""),
    DUPLICATE_SUBTYPE("""
            Key '%s' has type %s with two subtypes named '%s', %s and %s: values of both could have one text. Rename \
            one of the two, or name it with @KeyName."""),
    DUPLICATE_NAME("""
            %s has two members named '%s' in its key, '%s' and '%s': one of the two would hide the other. Give each a \
            name of its own with @KeyName."""),
    BAD_NAME("""
            @KeyName on '%s' gives it no name: a name has visible characters, and no half of a surrogate pair. Write \
            the name to use in keys, e.g. @KeyName("%s")."""),
    BAD_ENCODER("@KeyEncodedBy(%s.class) for '%s' %s. %s."),
    UNSTORABLE_RESULT("""
            @IdempotentCall method %s returns %s, which cannot be stored and replayed: %s %s. %s."""),
    UNRESOLVED_TYPE("""
            @IdempotentCall method %s uses the type '%s', which could not be resolved. If it is generated, look above \
            for what kept it from being generated. Otherwise add it to the class path or correct its name."""),
    FLOATING_POINT_KEY(Diagnostic.Kind.WARNING, """
            Key '%s' has type %s: two computations of one number can differ in its last digit, and then a repeat gets \
            another key and runs again. Use BigDecimal, or a whole number of the smallest unit; or annotate it \
            @KeyIgnore."""),
    VOLATILE_KEY(Diagnostic.Kind.WARNING, """
            Key '%s' of type %s looks as if it had another value on each call: then a repeat gets another key and runs \
            again. Annotate it @KeyIgnore, or name with key what stays the same."""),
    LOCALE_KEY(Diagnostic.Kind.WARNING, """
            Key '%s' has type %s, which often comes from the surroundings of a call: a repeat from other surroundings \
            gets another key and runs again. Annotate it @KeyIgnore if the result is the same without it."""),
    SECRET_KEY(Diagnostic.Kind.WARNING, """
            Key '%s' looks like a secret: its hash is stored and shown as part of the key, where a weak secret can be \
            guessed, and a renewed one makes a repeat run again. Annotate it @KeyIgnore, or name with key whom it \
            stands for."""),
    LONG_RETRY(Diagnostic.Kind.WARNING, """
            The delays of retry on %s can be longer in sum than its lockWait of %s: duplicates give up while the call is \
            still being tried. Allow a longer lockWait, or fewer attempts."""),
    SELF_INVOCATION(Diagnostic.Kind.WARNING, """
            @IdempotentCall method %s is called through 'this': no proxy sees the call, so it runs unguarded. Call it \
            on the bean from another class, or weave with AspectJ and compile with -Aidem.weaving=aspectj."""),
    BAD_OPTION("Option idem.weaving is '%s'. Usage: -Aidem.weaving=<weaving>, where <weaving> is proxy or aspectj."),
    CANNOT_WRITE("""
            The class %s cannot be generated: %s. Remove a class of that name from the sources and build again."""),
    INTERNAL_ERROR("""
            Idem failed while it read %s, which is a bug in Idem and not in this code. Report it, with the lines \
            below, at https://github.com/idem-dev/idem/issues.
            %s""");

    private final Diagnostic.Kind kind;
    private final String template;

    ProblemCode(String template) {
        this(Diagnostic.Kind.ERROR, template);
    }

    ProblemCode(Diagnostic.Kind kind, String template) {
        this.kind = kind;
        this.template = template;
    }

    /** How the compiler reports it: an error, or a warning that the user can accept. */
    Diagnostic.Kind kind() {
        return kind;
    }

    boolean isWarning() {
        return kind == Diagnostic.Kind.WARNING;
    }

    /** What silences a warning inside {@code @SuppressWarnings}. */
    String suppression() {
        return "idem:" + text();
    }

    /** The code as users see it: {@code StaticMethod}. */
    String text() {
        return Arrays.stream(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    Problem problem(Optional<Place> place, Object... details) {
        return new Problem(this, place, template.formatted(details));
    }
}
