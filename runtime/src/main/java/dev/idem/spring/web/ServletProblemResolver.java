package dev.idem.spring.web;

import dev.idem.LogEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.ErrorResponse;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.HttpEntityMethodProcessor;

/**
 * Answers refusals in Spring MVC. Asked before the application's handlers, so that one for all exceptions does not turn them
 * into errors of the server; those that name the exception are left to it.
 */
final class ServletProblemResolver implements HandlerExceptionResolver, Ordered {

    private static final Logger log = LoggerFactory.getLogger(ServletProblemResolver.class);

    private final Problems problems;
    private final Supplier<List<HttpMessageConverter<?>>> converters;
    private final MethodParameter result = Problems.asResult();

    /**
     * A resolver for all controllers.
     *
     * @param converters those of the application, asked when they are needed
     */
    ServletProblemResolver(Problems problems, Supplier<List<HttpMessageConverter<?>>> converters) {
        this.problems = problems;
        this.converters = converters;
    }

    /** Before Spring's own, which are at 0. */
    @Override
    public int getOrder() {
        return -1;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        Class<?> controller = handler instanceof HandlerMethod method ? method.getBeanType() : Void.class;
        Optional<ErrorResponse> answer = problems.answer(controller, failure, request.getLocale());
        return answer.isPresent() && !response.isCommitted() ? write(answer.get(), request, response) : null;
    }

    private @Nullable ModelAndView write(
            ErrorResponse answer, HttpServletRequest request, HttpServletResponse response) {
        try {
            new HttpEntityMethodProcessor(converters.get())
                    .handleReturnValue(
                            answer, result, new ModelAndViewContainer(), new ServletWebRequest(request, response));
            return new ModelAndView();
        } catch (Exception e) {
            LogEvent.HTTP_UNWRITTEN.warn(log).setCause(e).log("The problem could not be written.");
            return null;
        }
    }
}
