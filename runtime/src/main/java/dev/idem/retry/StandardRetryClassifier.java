package dev.idem.retry;

import dev.idem.IdempotencyException;
import java.io.CharConversionException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.ObjectStreamException;
import java.net.MalformedURLException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * What is usually worth another attempt: input and output that failed, time-outs, and the HTTP statuses 408, 429 and 5xx,
 * when the server wants it if it says so ({@code Retry-After}, in seconds or as a date).
 *
 * <p>A failure and its causes are looked at, from the outside in; the first one that says something decides. Never worth
 * another attempt: every other status, arguments and states that are wrong, errors, interrupts, a nested guarded call that
 * was refused, files, and data that cannot be read, since all of these fail again. What says nothing at all neither.
 *
 * <p>A status is found in exceptions that have a public {@code getStatusCode()} or {@code statusCode()}, as those of Spring,
 * of the official model clients and of most others do. Thread-safe.
 */
public final class StandardRetryClassifier implements RetryClassifier {

    private static final int MAX_DEPTH = 50;

    private static final List<Class<? extends Throwable>> PERMANENT = List.of(
            IdempotencyException.class,
            IllegalArgumentException.class,
            IllegalStateException.class,
            UnsupportedOperationException.class,
            NullPointerException.class,
            InterruptedException.class,
            ClosedByInterruptException.class,
            Error.class);

    private static final List<Class<? extends Throwable>> TRANSIENT =
            List.of(IOException.class, TimeoutException.class);

    /** Said of data and files and not of connections: these come back the same. A cause may say more. */
    private static final List<Class<? extends Throwable>> NOT_OF_CONNECTIONS = List.of(
            CharacterCodingException.class,
            CharConversionException.class,
            FileNotFoundException.class,
            FileSystemException.class,
            MalformedURLException.class,
            ObjectStreamException.class);

    /** Jackson 2's, which says of unreadable data that it is input that failed. */
    private static final String UNREADABLE_JSON = "com.fasterxml.jackson.core.JsonProcessingException";

    private final HttpFailures http;

    /** Dates are compared with the system's clock. */
    public StandardRetryClassifier() {
        this(InstantSource.system());
    }

    StandardRetryClassifier(InstantSource clock) {
        this.http = new HttpFailures(clock);
    }

    @Override
    public Verdict classify(Throwable failure) {
        return Stream.<Throwable>iterate(failure, link -> link != null, Throwable::getCause)
                .limit(MAX_DEPTH)
                .flatMap(link -> opinion(link).stream())
                .findFirst()
                .orElse(Verdict.NEVER);
    }

    private Optional<Verdict> opinion(Throwable link) {
        Optional<Verdict> byStatus = http.verdict(link);
        if (byStatus.isPresent()) {
            return byStatus;
        } else if (isAny(link, PERMANENT)) {
            return Optional.of(Verdict.NEVER);
        } else if (isAny(link, NOT_OF_CONNECTIONS) || isUnreadableJson(link)) {
            return Optional.empty();
        }
        return isAny(link, TRANSIENT) ? Optional.of(Verdict.RETRY) : Optional.empty();
    }

    private static boolean isAny(Throwable link, List<Class<? extends Throwable>> classes) {
        return classes.stream().anyMatch(type -> type.isInstance(link));
    }

    private static boolean isUnreadableJson(Throwable link) {
        return Stream.<Class<?>>iterate(link.getClass(), type -> type != null, Class::getSuperclass)
                .anyMatch(type -> type.getName().equals(UNREADABLE_JSON));
    }
}
