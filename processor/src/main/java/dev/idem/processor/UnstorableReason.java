package dev.idem.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Types;

/** Why a result cannot be stored and replayed. Those with type names speak for these types and their subtypes. */
enum UnstorableReason implements TypeFamily {
    PENDING(
            "is not yet a value",
            "Return the value itself, or declare CompletionStage, CompletableFuture, Mono or Flux",
            "java.util.concurrent.CompletionStage",
            "java.util.concurrent.Flow.Publisher",
            "java.util.concurrent.Future",
            "org.reactivestreams.Publisher"),
    LATER(
            "is an answer that another thread gives later",
            "Return the value itself, and let the caller make it asynchronous",
            "java.util.concurrent.Callable",
            "org.springframework.web.context.request.async.DeferredResult",
            "org.springframework.web.context.request.async.WebAsyncTask"),
    STREAMED(
            "is written to its client while it is made, and then gone",
            "Return the whole answer, such as byte[], String or a List, and let the caller write it",
            "org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter",
            "org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody"),
    RESPONSE(
            "is an HTTP message that is not recorded here",
            "Return ResponseEntity with the type of its body as the result itself, or return the body alone",
            "org.springframework.http.HttpEntity"),
    UNKNOWN_BODY(
            "is unknown at compile time",
            "Declare the type of the body, as in ResponseEntity<Receipt>, or ResponseEntity<Void> for none"),
    READ_ONCE(
            "can be read only once",
            "Return byte[], String or a List",
            "java.io.InputStream",
            "java.io.Reader",
            "java.util.Enumeration",
            "java.util.Iterator",
            "java.util.stream.BaseStream",
            "org.springframework.core.io.InputStreamSource"),
    COLLECTION(
            "is one of many kinds of collection, which the record does not name",
            "Declare List, Set or Map",
            "java.lang.Iterable",
            "java.util.Map"),
    UNKNOWN("has a shape that is unknown at compile time", "Return a concrete type with concrete type arguments"),
    RAW("is raw, so the type of its content is unknown", "Give it type arguments"),
    NO_VALUE("has no value", "Declare void"),
    INTERFACE("is an interface, and the record does not name the class behind it", "Return a record or a class"),
    ABSTRACT("is abstract, and the record does not name the class behind it", "Return a record or a class"),
    NON_SEALED(
            "is non-sealed, and the record does not name the subclasses that it may have",
            "Make it final, a record or sealed"),
    SAME_NAMES(
            "has two subtypes of one name, which the record could not tell apart", "Name one of the two with @KeyName"),
    UNNAMED("has a @KeyName that gives it no name", "Write a name with visible characters"),
    FOREIGN("is a JDK type whose form is not defined", "Return String, or a record of the values that matter"),
    INNER("is an inner class and needs its outer instance", "Make the class static"),
    NO_CONSTRUCTOR("has no constructor without parameters", "Add one, which may be private, or use a record"),
    NO_FIELDS("has no fields", "Return void, or a record of the values that matter"),
    FINAL_FIELD("is final in a class, so that it cannot be filled in again", "Use a record"),
    TRANSIENT("is transient, so that it would be lost", "Return a type without it"),
    LEFT_OUT("is left out of JSON by its annotation, so that it would be lost", "Return a type without it"),
    MAP_KEY("is a map whose keys do not become text and back", "Use keys of type String, UUID, an enum or an integer"),
    NESTED_OPTIONAL(
            "is an Optional inside another container",
            "Leave the empty ones out, or use Optional only for a result or a member"),
    GENERIC_ARRAY("is an array of a generic type", "Return a List"),
    ENDLESS("has type arguments that grow without end", "Use a type that contains itself with the same type arguments");

    private final String reason;
    private final String remedy;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> types;

    UnstorableReason(String reason, String remedy, String... types) {
        this.reason = reason;
        this.remedy = remedy;
        this.types = List.of(types);
    }

    @Override
    public List<String> types() {
        return types;
    }

    String reason() {
        return reason;
    }

    String remedy() {
        return remedy;
    }

    /** The reason that the type's own name, or that of a supertype, gives. */
    static Optional<UnstorableReason> byName(DeclaredType type, Types types) {
        return TypeFamily.of(type, types, values());
    }
}
