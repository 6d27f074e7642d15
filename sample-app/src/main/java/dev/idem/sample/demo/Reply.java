package dev.idem.sample.demo;

import java.util.Optional;

/** What a gateway answered. Two clients got the same answer when their replies are equal. */
record Reply(int status, Optional<String> retryAfter, String body) {

    boolean isAnswer() {
        return status == 200;
    }
}
