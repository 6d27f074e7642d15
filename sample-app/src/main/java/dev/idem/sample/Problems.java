package dev.idem.sample;

import com.anthropic.errors.AnthropicIoException;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.errors.SseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Failures of the model as RFC 9457 problem details. Their texts are fixed, so that no prompt and no answer leaks through them. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refusedByModel(AnthropicServiceException e) {
        HttpStatusCode status = HttpStatusCode.valueOf(e.statusCode());
        HttpHeaders headers = new HttpHeaders();
        e.headers().values(HttpHeaders.RETRY_AFTER).forEach(value -> headers.add(HttpHeaders.RETRY_AFTER, value));
        return ResponseEntity.status(status).headers(headers).body(problem(status, "The model API refused the call."));
    }

    /** A failure in the middle of a streamed answer, before any of it was passed on. Its status is that of the stream: 200. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> brokenOff(SseException e) {
        return answer(HttpStatus.BAD_GATEWAY, "The model API broke its answer off.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> lostReply(AnthropicIoException e) {
        return answer(HttpStatus.BAD_GATEWAY, "The model API gave no answer. It may have done the work.");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String reason = e.getRootCause() instanceof InvalidPromptException invalid
                ? String.valueOf(invalid.getMessage())
                : "The request is not a prompt in JSON.";
        return createResponseEntity(problem(status, reason), headers, status, request);
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatus status, String detail) {
        return ResponseEntity.status(status).body(problem(status, detail));
    }

    private static ProblemDetail problem(HttpStatusCode status, String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }
}
