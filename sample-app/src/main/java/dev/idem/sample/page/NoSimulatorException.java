package dev.idem.sample.page;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The page was asked to play with a model that is not simulated: that could cost money. */
final class NoSimulatorException extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    NoSimulatorException() {
        super(
                HttpStatus.NOT_FOUND,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.NOT_FOUND,
                        "The page plays with the simulator, and this gateway calls another model. "
                                + "Start it without ANTHROPIC_API_KEY and gateway.upstream."),
                null);
    }
}
