package dev.idem.sample.demo;

import java.util.Optional;

/** What a gateway answered. Two clients got the same answer when their replies are equal. */
public record Reply(int status, Optional<String> retryAfter, String body) {

    public boolean isAnswer() {
        return status == 200;
    }
}
