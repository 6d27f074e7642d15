package dev.idem.store.redisson;

import dev.idem.store.ClaimReply;
import dev.idem.store.Completed;
import dev.idem.store.CompletionReply;
import dev.idem.store.Conflict;
import dev.idem.store.FindReply;
import dev.idem.store.Held;
import dev.idem.store.OutcomeUnknown;
import dev.idem.store.Payload;
import dev.idem.store.RecordState;
import dev.idem.store.RecordView;
import dev.idem.store.RecordedOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The answer of a script: a word, up to one number or word, and the bytes of an outcome. */
final class Reply {

    private final byte[] bytes;
    private int position;

    Reply(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean isDone() {
        String word = word();
        return switch (word) {
            case "done" -> true;
            case "lost" -> false;
            default -> throw unexpected(word);
        };
    }

    ClaimReply toClaimReply() {
        String word = word();
        return switch (word) {
            case "granted" -> new ClaimReply.Granted(Long.parseLong(word()));
            case "held" -> new Held(milliseconds());
            case "completed" -> new Completed(outcome());
            case "unknown" -> new OutcomeUnknown();
            case "conflict" -> new Conflict();
            default -> throw unexpected(word);
        };
    }

    CompletionReply toCompletionReply() {
        String word = word();
        return switch (word) {
            case "recorded" -> new CompletionReply.Recorded(milliseconds());
            case "superseded" -> new CompletionReply.Superseded(outcome());
            case "refused" -> new CompletionReply.Refused(CompletionReply.Reason.valueOf(word()));
            default -> throw unexpected(word);
        };
    }

    FindReply toFindReply() {
        String word = word();
        return switch (word) {
            case "absent" -> new FindReply.Absent();
            case "held" -> new Held(milliseconds());
            case "completed" -> new Completed(outcome());
            case "unknown" -> new OutcomeUnknown();
            case "conflict" -> new Conflict();
            default -> throw unexpected(word);
        };
    }

    RecordView toRecordView() {
        String word = word();
        return switch (word) {
            case "absent" -> RecordView.ABSENT;
            case "held" -> claimed(RecordState.IN_PROGRESS);
            case "lapsed" -> claimed(RecordState.LAPSED);
            case "unknown" -> claimed(RecordState.UNKNOWN);
            case "completed" -> RecordView.completed(milliseconds());
            default -> throw unexpected(word);
        };
    }

    private RecordView claimed(RecordState state) {
        return new RecordView(state, milliseconds(), Optional.of(milliseconds()));
    }

    /** What can make the server forget records, if anything that it tells. */
    Optional<String> toDataLossRisk() {
        String policy = word();
        return policy.equals("noeviction") || policy.equals("unknown")
                ? Optional.empty()
                : Optional.of("its server drops keys when it is full (maxmemory-policy is " + policy
                        + "). Set maxmemory-policy to noeviction.");
    }

    private RecordedOutcome outcome() {
        Duration rest = milliseconds();
        return new RecordedOutcome(new Payload(Arrays.copyOfRange(bytes, position, bytes.length)), rest);
    }

    private Duration milliseconds() {
        return Duration.ofMillis(Long.parseLong(word()));
    }

    private String word() {
        int end = position;
        while (end < bytes.length && bytes[end] != ' ') {
            end++;
        }
        String word = new String(bytes, position, end - position, StandardCharsets.US_ASCII);
        position = Math.min(end + 1, bytes.length);
        return word;
    }

    private static IllegalStateException unexpected(String word) {
        return new IllegalStateException("A script answered '" + word + "', which is not one of its replies.");
    }
}
