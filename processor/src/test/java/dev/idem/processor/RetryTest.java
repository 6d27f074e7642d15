package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static dev.idem.processor.MethodUnderTest.method;

import dev.idem.engine.CallPolicy;
import dev.idem.engine.RetryOverrides;
import dev.idem.engine.RetryPolicy;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code retry} may say. */
final class RetryTest {

    private static MethodUnderTest charge(String attributes) {
        return method("""
                @IdempotentCall(
                    %s)
                String charge(String id) { return id; }
                """.formatted(attributes));
    }

    private static MethodUnderTest retry(String attributes) {
        return charge("retry = @Retry(" + attributes + ")");
    }

    @Test
    void settings_reachTheOperation() {
        RetryOverrides expected = RetryOverrides.attempts(5)
                .withBackoff(Duration.ofMillis(250))
                .withMaxBackoff(Duration.ofMinutes(1))
                .withJitter(0.25)
                .withOn(List.of(IOException.class))
                .withNever(List.of(FileNotFoundException.class, Error.class));

        assertThat(retry("""
                        maxAttempts = 5, backoff = "250ms", maxBackoff = "1m", jitter = 0.25, on = java.io.IOException.class,
                        never = {java.io.FileNotFoundException.class, Error.class}""").operation().overrides().retry()).isEqualTo(expected);
    }

    @Test
    void attemptsAlone_haveTheDefaultsOfTheAnnotation() throws Exception {
        RetryPolicy policy = CallPolicy.DEFAULT
                .with(retry("maxAttempts = 2").operation().overrides())
                .retry();

        assertThat(policy)
                .isEqualTo(
                        new RetryPolicy(2, annotated("backoff"), annotated("maxBackoff"), 0.5, List.of(), List.of()));
        assertThat(dev.idem.Retry.class.getMethod("jitter").getDefaultValue()).isEqualTo(0.5);
    }

    /** What the processor counts with, the annotation says and the runtime does. */
    private static Duration annotated(String attribute) throws Exception {
        String text = (String) dev.idem.Retry.class.getMethod(attribute).getDefaultValue();
        Duration duration = DurationText.parse(text).orElseThrow();
        assertThat(duration).isEqualTo(attribute.equals("backoff") ? RetrySettings.BACKOFF : RetrySettings.MAX_BACKOFF);
        return duration;
    }

    @Test
    void nothingSaid_isLeftToTheConfiguration() {
        assertThat(charge("ttl = \"1h\"").operation().overrides().retry()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maxAttempts = 0 | maxAttempts 0 | allows not even the first attempt | Write at least 1, which is no retry",
                "maxAttempts = -1 | maxAttempts -1 | allows not even the first attempt | Write at least 1, which is no retry",
                "maxAttempts = 2, jitter = 1.5 | jitter 1.5 | is not a part of a delay | Write a number from 0 (none) to 1"
                        + " (all of it)",
                "maxAttempts = 2, jitter = -0.1 | jitter -0.1 | is not a part of a delay | Write a number from 0 (none) to 1"
                        + " (all of it)",
                "maxAttempts = 2, jitter = 0.0 / 0 | jitter NaN | is not a part of a delay | Write a number from 0 (none) to"
                        + " 1 (all of it)",
                "maxAttempts = 2, backoff = \"31s\" | backoff 31s | is longer than maxBackoff 30s | Make backoff at most"
                        + " maxBackoff",
                "maxAttempts = 2, maxBackoff = \"499ms\" | backoff 500ms | is longer than maxBackoff 499ms | Make backoff at"
                        + " most maxBackoff",
                "maxAttempts = 2, on = Error.class, never = Error.class | never Error.class | is named twice in on, never and"
                        + " replay, which exclude each other | Name it once",
                "maxAttempts = 2, never = {Error.class, Error.class} | never Error.class | is named twice in on, never and"
                        + " replay, which exclude each other | Name it once",
            })
    void contradiction_isRejected(String attributes, String subject, String reason, String remedy) {
        retry(attributes)
                .isRejected(
                        "BadRetry",
                        "retry %s on Payments.charge(String) %s. %s.".formatted(subject, reason, remedy),
                        "@Retry(");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maxAttempts = 2, jitter = 0",
                "maxAttempts = 2, jitter = 1",
                "maxAttempts = 2, backoff = \"30s\"",
                "maxAttempts = 2, maxBackoff = \"500ms\"",
            })
    void mostThatIsAllowed_isAccepted(String attributes) {
        retry(attributes).isAccepted();
    }

    @Test
    void outcomeThatIsTriedAgain_isRejectedWhereItStands() {
        charge("""
                replay = IllegalStateException.class, retry = @Retry(maxAttempts = 2,
                    on = {
                        Error.class,
                        IllegalStateException.class})""")
                .isRejected(
                        "BadRetry",
                        "retry on IllegalStateException.class on Payments.charge(String) is named twice in on, never and"
                                + " replay, which exclude each other. Name it once.",
                        "        IllegalStateException.class})");
    }

    @Test
    void hiddenException_isRejected() {
        method("""
                        @SuppressWarnings("serial")
                        private static class Hidden extends RuntimeException {}
                        @IdempotentCall(retry = @Retry(maxAttempts = 2,
                            on = Hidden.class))
                        String charge(String id) { return id; }
                        """)
                .isRejected(
                        "BadRetry",
                        "retry on Hidden.class on Payments.charge(String) cannot be seen by the generated class in"
                                + " package 'shop'. Make it, and every type around it, public, or package-private in that"
                                + " package.",
                        "on = ");
    }

    @Test
    void joinedTransaction_isRejected() {
        charge("joinsTransaction = true, retry = @Retry(maxAttempts = 2)")
                .isRejected(
                        "BadRetry",
                        "retry maxAttempts 2 on Payments.charge(String) is no use with joinsTransaction: what a failed"
                                + " attempt has written stays in the caller's transaction, and the next one would write it"
                                + " again. Remove one of the two, and retry the whole transaction instead.",
                        "retry = ");
        charge("joinsTransaction = true, retry = @Retry(maxAttempts = 1)").isAccepted();
    }

    @Test
    void stream_isRejected() {
        method("""
                        @IdempotentCall(
                            retry = @Retry(maxAttempts = 2))
                        reactor.core.publisher.Flux<String> charge(String id) { return null; }
                        """)
                .isRejected(
                        "BadRetry",
                        "retry maxAttempts 2 on Payments.charge(String) is no use with a Flux: the items of a failed attempt"
                                + " have been sent, and the next one would send them again. Remove it, and retry inside the"
                                + " method before the first item.",
                        "retry = ");
        method("""
                        @IdempotentCall(retry = @Retry(maxAttempts = 1))
                        reactor.core.publisher.Flux<String> charge(String id) { return null; }
                        """).isAccepted();
    }

    @Test
    void textThatIsNoDuration_isRejectedWhereItStands() {
        retry("maxAttempts = 2,\n    backoff = \"soon\"")
                .isRejected(
                        "BadDuration",
                        "backoff 'soon' on Payments.charge(String) is not a duration in whole milliseconds. Write 250ms,"
                                + " 30s, 15m, 24h, 7d or ISO-8601, e.g. backoff = \"500ms\".",
                        "backoff = ");
        retry("maxAttempts = 2,\n    maxBackoff = \"PT-1S\"")
                .isRejected(
                        "BadDuration",
                        "maxBackoff 'PT-1S' on Payments.charge(String) is too short: at least 0ms is needed. Write 250ms,"
                                + " 30s, 15m, 24h, 7d or ISO-8601, e.g. maxBackoff = \"30s\".",
                        "maxBackoff = ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // 0.5 + 1 + 2 + 4 + 8 + 16 = 31.5, + 30 = 61.5
                "retry = @Retry(maxAttempts = 8)",
                "lockWait = \"1s\", retry = @Retry(maxAttempts = 3)",
                "lockWait = \"61s\", retry = @Retry(maxAttempts = 1000000000)",
                "lockWait = \"1s\", retry = @Retry(maxAttempts = 2, backoff = \"1001ms\", jitter = 1)",
            })
    void delaysBeyondTheLockWait_areWarnedOf(String attributes) {
        String lockWait = attributes.contains("\"1s\"") ? "1s" : attributes.contains("\"61s\"") ? "61s" : "60s";
        charge(attributes)
                .isWarnedOf(
                        "LongRetry",
                        ("The delays of retry on Payments.charge(String) can be longer in sum than its lockWait of %s:"
                                        + " duplicates give up while the call is still being tried. Allow a longer lockWait,"
                                        + " or fewer attempts.")
                                .formatted(lockWait),
                        "retry = ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "retry = @Retry(maxAttempts = 7)",
                "lockWait = \"1500ms\", retry = @Retry(maxAttempts = 3)",
                "lockWait = \"0s\", retry = @Retry(maxAttempts = 100)",
                "retry = @Retry(maxAttempts = 2147483647, backoff = \"0s\")",
                "retry = @Retry(maxAttempts = 1)",
            })
    void delaysWithinTheLockWait_areAccepted(String attributes) {
        charge(attributes).isAccepted();
    }

    @Test
    void warning_canBeAccepted() {
        method("""
                        @SuppressWarnings("idem:LongRetry")
                        @IdempotentCall(retry = @Retry(maxAttempts = 100))
                        String charge(String id) { return id; }
                        """).isAccepted();
    }
}
