package dev.idem.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Types;

/** Types that have no stable value, by the reason why. The first family that fits speaks. */
enum UnstableFamily implements TypeFamily {
    USER(
            "it is a context, of which one name is the value",
            "Name the user with a path such as key = \"principal.name\", or annotate it @KeyIgnore if the answer is the"
                    + " same for everybody",
            "java.security.Principal"),
    CONTEXT(
            "it is a context and not an input",
            "Annotate it @KeyIgnore, or name what matters in it with key",
            "jakarta.persistence.EntityManager",
            "jakarta.servlet.ServletRequest",
            "jakarta.servlet.ServletResponse",
            "java.net.http.HttpHeaders",
            "java.sql.Connection",
            "java.util.logging.Logger",
            "javax.persistence.EntityManager",
            "javax.servlet.ServletRequest",
            "javax.servlet.ServletResponse",
            "javax.sql.DataSource",
            "org.slf4j.Logger",
            "org.springframework.http.HttpHeaders",
            "org.springframework.ui.Model",
            "org.springframework.validation.Errors",
            "org.springframework.web.server.ServerWebExchange"),
    UPLOAD(
            "its content is read from elsewhere",
            "Take a byte[] or a digest of the content as the parameter",
            "jakarta.servlet.http.Part",
            "javax.servlet.http.Part",
            "org.springframework.core.io.InputStreamSource",
            "org.springframework.http.codec.multipart.Part"),
    PAGE(
            "its implementations differ in state",
            "Name its numbers with paths such as key = {\"page.pageNumber\", \"page.pageSize\"}",
            "org.springframework.data.domain.Pageable"),
    POSITION(
            "it is a position or a handle, not a value",
            "Use byte[], or a digest of the content",
            "java.io.File",
            "java.io.InputStream",
            "java.io.OutputStream",
            "java.io.RandomAccessFile",
            "java.io.Reader",
            "java.io.Writer",
            "java.net.ServerSocket",
            "java.net.Socket",
            "java.nio.Buffer",
            "java.nio.channels.Channel",
            "java.nio.file.Path"),
    FUTURE_VALUE(
            "it is not yet a value",
            "Guard a method that takes the value itself",
            "java.util.concurrent.CompletionStage",
            "java.util.concurrent.Flow.Publisher",
            "java.util.concurrent.Future",
            "org.reactivestreams.Publisher"),
    STATE(
            "it is state or a service, not a value",
            "Annotate it @KeyIgnore",
            "java.lang.Thread",
            "java.lang.ThreadLocal",
            "java.lang.ref.Reference",
            "java.time.InstantSource",
            "java.util.Random",
            "java.util.Timer",
            "java.util.concurrent.Executor",
            "java.util.concurrent.atomic.AtomicBoolean",
            "java.util.concurrent.atomic.AtomicInteger",
            "java.util.concurrent.atomic.AtomicIntegerArray",
            "java.util.concurrent.atomic.AtomicLong",
            "java.util.concurrent.atomic.AtomicLongArray",
            "java.util.concurrent.atomic.AtomicReference",
            "java.util.concurrent.atomic.AtomicReferenceArray",
            "java.util.concurrent.locks.Lock",
            "java.util.concurrent.locks.ReadWriteLock",
            "java.util.random.RandomGenerator"),
    CODE(
            "code has no value identity",
            "Annotate it @KeyIgnore",
            "java.lang.Class",
            "java.lang.ClassLoader",
            "java.lang.Runnable",
            "java.lang.reflect.AnnotatedElement",
            "java.util.concurrent.Callable"),
    NAMED_BY_NETWORK("its equality asks the network", "Use java.net.URI", "java.net.URL"),
    AMBIGUOUS_TIME(
            "it is mutable and has several values in one",
            "Use java.time.Instant or another java.time type",
            "java.sql.Date",
            "java.sql.Time",
            "java.sql.Timestamp",
            "java.util.Calendar"),
    DATABASE_HANDLE(
            "it is a handle of the database driver, not a value",
            "Use byte[], String or a record of the values",
            "java.sql.Array",
            "java.sql.Blob",
            "java.sql.Clob",
            "java.sql.Ref",
            "java.sql.ResultSet",
            "java.sql.RowId",
            "java.sql.SQLXML",
            "java.sql.Statement",
            "java.sql.Struct"),
    OTHER_MAP("only Map itself has a form that is the same for every implementation", "Declare Map", "java.util.Map"),
    ORDER(
            "its order is undefined, it is read only once, or it is one implementation of many",
            "Declare List, or Set where the order does not matter",
            "java.lang.Iterable",
            "java.util.Enumeration",
            "java.util.Iterator",
            "java.util.stream.BaseStream"),
    TEXT("it is mutable or of unknown class", "Use String", "java.lang.CharSequence"),
    NUMBER("its class, and so its precision, is unknown", "Use a concrete number such as long", "java.lang.Number");

    private final String reason;
    private final String remedy;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> types;

    UnstableFamily(String reason, String remedy, String... types) {
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

    /** The family of the type itself or of anything it inherits from. */
    static Optional<UnstableFamily> of(DeclaredType type, Types types) {
        return TypeFamily.of(type, types, values());
    }
}
