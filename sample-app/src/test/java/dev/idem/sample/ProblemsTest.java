package dev.idem.sample;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.idem.CallInProgressException;
import dev.idem.KeyConflictException;
import dev.idem.StoreUnavailableException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What clients see of the guard's own failures. */
class ProblemsTest {

    @Test
    void callInProgress_isAConflictThatSaysWhenToComeBack() throws Exception {
        respondTo(new CallInProgressException("secret", Duration.ofMillis(1500), null))
                .andExpect(status().isConflict())
                .andExpect(header().string("Retry-After", "2"));
    }

    @Test
    void callInProgress_thatIsJustOver_stillSaysWhenToComeBack() throws Exception {
        respondTo(new CallInProgressException("secret", Duration.ZERO, null))
                .andExpect(header().string("Retry-After", "1"));
    }

    @Test
    void keyConflict_isUnprocessable() throws Exception {
        respondTo(new KeyConflictException("secret")).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void storeUnavailable_isServiceUnavailable() throws Exception {
        respondTo(new StoreUnavailableException("secret")).andExpect(status().isServiceUnavailable());
    }

    private static ResultActions respondTo(RuntimeException failure) throws Exception {
        return MockMvcBuilders.standaloneSetup(new FailingController(failure))
                .setControllerAdvice(new Problems())
                .build()
                .perform(post("/"))
                .andExpect(header().string("Content-Type", "application/problem+json"))
                .andExpect(content().string(not(containsString("secret"))));
    }

    /** Always fails in the same way. */
    @RestController
    static final class FailingController {

        private final RuntimeException failure;

        FailingController(RuntimeException failure) {
            this.failure = failure;
        }

        @PostMapping("/")
        void fail() {
            throw failure;
        }
    }
}
