package dev.idem.spring.web;

import dev.idem.CallInProgressException;
import dev.idem.LogEvent;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;

/**
 * Refusals as problem details, RFC 9457, in Spring's own form: titles, details and types can be set in a {@link
 * MessageSource} under the codes that {@link ErrorResponse} describes. Handlers of the application that name the exception
 * come first.
 */
final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final NamedHandlers handlers;
    private final MessageSource messages;
    private final String types;

    /**
     * Problems in the words of an application.
     *
     * @param types what their types begin with
     */
    Problems(NamedHandlers handlers, MessageSource messages, String types) {
        this.handlers = handlers;
        this.messages = messages;
        this.types = types;
    }

    /**
     * The answer to a request that failed with this; empty if others answer it.
     *
     * @param controller the type of its controller; {@link Void} if it has none
     */
    Optional<ErrorResponse> answer(Class<?> controller, Throwable failure, Locale locale) {
        return Problem.of(failure)
                .filter(problem -> !handlers.name(controller, failure.getClass()))
                .map(problem -> answer(problem, failure, locale));
    }

    private ErrorResponse answer(Problem problem, Throwable failure, Locale locale) {
        if (problem.isOurs()) {
            LogEvent.HTTP_PROBLEM
                    .warn(log)
                    .log("Answered with the problem {}: {}", problem.code(), failure.getMessage());
        } else {
            log.debug("Answered with the problem {}: {}", problem.code(), failure.getMessage());
        }
        ErrorResponse.Builder answer = ErrorResponse.builder(
                        failure, HttpStatusCode.valueOf(problem.status()), problem.detail())
                .type(URI.create(types + problem.code()))
                .title(problem.title());
        if (failure instanceof CallInProgressException inProgress) {
            answer.header(HttpHeaders.RETRY_AFTER, wholeSeconds(inProgress.retryAfter()));
        }
        return answer.build(messages, locale);
    }

    /** At least one: a client that comes back at once comes too early. */
    private static String wholeSeconds(Duration duration) {
        return String.valueOf(Math.max(1, (duration.toMillis() + 999) / 1000));
    }

    /** As what Spring writes answers: the result of a method that returns one. */
    static MethodParameter asResult() {
        return Arrays.stream(Problems.class.getDeclaredMethods())
                .filter(method -> method.getReturnType().equals(ErrorResponse.class))
                .map(method -> new MethodParameter(method, /* parameterIndex= */ -1))
                .findFirst()
                .orElseThrow();
    }
}
