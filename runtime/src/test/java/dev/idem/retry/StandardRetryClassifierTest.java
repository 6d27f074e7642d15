package dev.idem.retry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.idem.CallInProgressException;
import dev.idem.retry.RetryClassifier.Verdict;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.UncheckedIOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.net.ConnectException;
import java.net.MalformedURLException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.MalformedInputException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which failures are worth another attempt. */
final class StandardRetryClassifierTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final RetryClassifier classifier = new StandardRetryClassifier(() -> NOW);

    static Stream<Throwable> transientFailures() {
        return Stream.of(
                new IOException("connection reset"),
                new ConnectException(),
                new UnknownHostException(),
                new SocketTimeoutException(),
                new HttpTimeoutException("request timed out"),
                new HttpConnectTimeoutException("connect timed out"),
                new TimeoutException(),
                new UncheckedIOException(new IOException()),
                new RuntimeException("of some client", new SocketTimeoutException()),
                new UndeclaredThrowableException(new TimeoutException()),
                new RuntimeException(new Exception(new UncheckedIOException(new IOException()))),
                new JsonMappingException(null, "unreadable", new IOException("connection reset")));
    }

    static Stream<Throwable> permanentFailures() {
        return Stream.of(
                new RuntimeException("says nothing"),
                new Exception("says nothing", new RuntimeException()),
                new IllegalArgumentException(),
                new NumberFormatException(),
                new IllegalStateException(),
                new CancellationException(),
                new UnsupportedOperationException(),
                new NullPointerException(),
                new IllegalStateException("a state", new IOException()),
                new StackOverflowError(),
                new AssertionError(new IOException()),
                new InterruptedException(),
                new ClosedByInterruptException(),
                new RuntimeException(new InterruptedException()),
                new CallInProgressException("elsewhere", Duration.ZERO, new IOException()),
                new RuntimeException(new CallInProgressException("elsewhere", Duration.ZERO, null)),
                new FileNotFoundException(),
                new NoSuchFileException("a"),
                new MalformedURLException(),
                new MalformedInputException(1),
                new NotSerializableException(),
                new JsonParseException(null, "unexpected character"),
                new UncheckedIOException(new JsonParseException(null, "unexpected character")));
    }

    @ParameterizedTest
    @MethodSource("transientFailures")
    void failureOnTheWay_isTriedAgain(Throwable failure) {
        assertThat(classifier.classify(failure)).isEqualTo(Verdict.RETRY);
    }

    @ParameterizedTest
    @MethodSource("permanentFailures")
    void failureThatWouldComeBack_isNot(Throwable failure) {
        assertThat(classifier.classify(failure)).isEqualTo(Verdict.NEVER);
    }

    @Test
    void causesInACircle_end() {
        Exception one = new Exception("one");
        Exception two = new Exception("two", one);
        one.initCause(two);

        assertThat(classifier.classify(one)).isEqualTo(Verdict.NEVER);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 501, 502, 503, 504, 529, 599})
    void statusOfAnOverloadedServer_isTriedAgain(int status) {
        assertThat(classifier.classify(new SpringLike(status, Map.of()))).isEqualTo(Verdict.RETRY);
        assertThat(classifier.classify(new ClientLike(status, Map.of()))).isEqualTo(Verdict.RETRY);
        assertThat(classifier.classify(new RawLike(status))).isEqualTo(Verdict.RETRY);
        assertThat(classifier.classify(new RuntimeException(new ClientLike(status, Map.of()))))
                .isEqualTo(Verdict.RETRY);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 200, 302, 400, 401, 403, 404, 409, 413, 422, 425})
    void anyOtherStatus_isNot(int status) {
        assertThat(classifier.classify(new SpringLike(status, Map.of()))).isEqualTo(Verdict.NEVER);
        assertThat(classifier.classify(new ClientLike(status, Map.of("Retry-After", "1"))))
                .isEqualTo(Verdict.NEVER);
        assertThat(classifier.classify(new RawLike(status))).isEqualTo(Verdict.NEVER);
        assertThat(classifier.classify(new RuntimeException(new ClientLike(status, Map.of()))))
                .isEqualTo(Verdict.NEVER);
    }

    @Test
    void status_ofAnOuterFailure_decidesBeforeItsCause() {
        ClientLike outer = new ClientLike(404, Map.of());
        outer.initCause(new IOException());

        assertThat(classifier.classify(outer)).isEqualTo(Verdict.NEVER);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 14, 600})
    void numberThatIsNoHttpStatus_saysNothing(int number) {
        assertThat(classifier.classify(new RawLike(number))).isEqualTo(Verdict.NEVER);
        RawLike withCause = new RawLike(number);
        withCause.initCause(new IOException());
        assertThat(classifier.classify(withCause)).isEqualTo(Verdict.RETRY);
    }

    @Test
    void methodsThatFailOrReturnNothing_sayNothing() {
        assertThat(classifier.classify(new Broken(new IOException()))).isEqualTo(Verdict.RETRY);
        assertThat(classifier.classify(new Broken(null))).isEqualTo(Verdict.NEVER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "7 | 7000",
                " 7  | 7000",
                "1.5 | 1500",
                "999999999 | 999999999000",
                "Sun, 22 Nov 2026 08:00:30 GMT | 30000",
                "Sun, 22 Nov 2026 07:59:00 GMT | 0",
            })
    void retryAfter_isRead(String value, long millis) {
        Verdict expected = Verdict.retryAfter(Duration.ofMillis(millis));

        assertThat(classifier.classify(new SpringLike(503, Map.of("Retry-After", value))))
                .isEqualTo(expected);
        assertThat(classifier.classify(new ClientLike(429, Map.of("Retry-After", value))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1e9", "9999999999", "0x10", "Sun, 32 Nov 2026 08:00:30 GMT"})
    void retryAfterThatCannotBeRead_isAsIfItWereNotThere(String value) {
        assertThat(classifier.classify(new SpringLike(503, Map.of("Retry-After", value))))
                .isEqualTo(Verdict.RETRY);
    }

    @Test
    void retryAfterInMilliseconds_goesFirst() {
        ClientLike failure = new ClientLike(429, Map.of("retry-after-ms", "250", "retry-after", "1"));

        assertThat(classifier.classify(failure)).isEqualTo(Verdict.retryAfter(Duration.ofMillis(250)));
    }

    private static <T> Map<String, T> caseInsensitive(Map<String, T> headers) {
        Map<String, T> same = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        same.putAll(headers);
        return same;
    }

    /** As Spring's: a status object, and headers of which the first value is asked for. */
    static final class SpringLike extends RuntimeException {

        private static final long serialVersionUID = 1;
        private final int status;
        private final transient SpringHeaders headers;

        SpringLike(int status, Map<String, String> headers) {
            this.status = status;
            this.headers = new SpringHeaders(caseInsensitive(headers));
        }

        public SpringStatus getStatusCode() {
            return new SpringStatus(status);
        }

        public SpringHeaders getResponseHeaders() {
            return headers;
        }
    }

    record SpringStatus(int value) {}

    record SpringHeaders(Map<String, String> all) {

        public @Nullable String getFirst(String name) {
            return all.get(name);
        }
    }

    /** As the model clients': a number, and headers with lists of values. */
    static final class ClientLike extends RuntimeException {

        private static final long serialVersionUID = 1;
        private final int status;
        private final transient ClientHeaders headers;

        ClientLike(int status, Map<String, String> headers) {
            this.status = status;
            this.headers = new ClientHeaders(caseInsensitive(headers));
        }

        public int statusCode() {
            return status;
        }

        public ClientHeaders headers() {
            return headers;
        }
    }

    record ClientHeaders(Map<String, String> all) {

        public List<String> values(String name) {
            return all.containsKey(name) ? List.of(all.get(name)) : List.of();
        }
    }

    /** With nothing but a number. */
    static final class RawLike extends RuntimeException {

        private static final long serialVersionUID = 1;
        private final int status;

        RawLike(int status) {
            this.status = status;
        }

        public int getRawStatusCode() {
            return status;
        }
    }

    /** With methods of the right names that are of no use. */
    static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1;

        Broken(@Nullable Throwable cause) {
            super("", cause);
        }

        public int getStatusCode() {
            return Objects.requireNonNull(getMessage().strip().isEmpty() ? null : 0);
        }
    }
}
