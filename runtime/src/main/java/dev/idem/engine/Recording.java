package dev.idem.engine;

import dev.idem.LogEvent;
import dev.idem.codec.ResultCodec;
import dev.idem.codec.ResultType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The items that a stream has given so far, as its record will hold them. Used by one thread at a time. */
final class Recording {

    private static final Logger log = LoggerFactory.getLogger(Recording.class);

    private final Call call;
    private final ResultCodec codec;
    private final long maxSize;
    private final List<byte[]> items = new ArrayList<>();
    private long size;
    private @Nullable Object last;
    private @Nullable String loss;

    /**
     * A recording of a stream that has given nothing yet.
     *
     * @param maxSize how many bytes the items may take in all, each with its length
     */
    Recording(Call call, ResultCodec codec, long maxSize) {
        this.call = call;
        this.codec = codec;
        this.maxSize = maxSize;
    }

    /** Takes the next item down. Empty if it, and with it all others, cannot be given to duplicates. */
    Optional<byte[]> add(Object item) {
        last = item;
        if (loss != null) {
            return Optional.empty();
        }
        ResultType type = call.operation().resultType();
        try {
            return keep(codec.encode(item, type));
        } catch (RuntimeException | Error e) {
            LogEvent.OUTCOME_UNAVAILABLE
                    .warn(log)
                    .setCause(Outcomes.withoutValues(e))
                    .log("An item of {} cannot be encoded; duplicates will get none.", call);
            return lose("an item of it could not be encoded as " + type + ".");
        }
    }

    private Optional<byte[]> keep(byte[] encoded) {
        size += Integer.BYTES + encoded.length;
        if (size > maxSize) {
            LogEvent.OUTCOME_UNAVAILABLE
                    .warn(log)
                    .log("The items of {} take more than {} bytes; duplicates will not get them.", call, maxSize);
            return lose("it takes more than the " + maxSize
                    + " bytes that idem.max-outcome-size allows. Raise it, or return less.");
        }
        items.add(encoded);
        return Optional.of(encoded);
    }

    private Optional<byte[]> lose(String reason) {
        loss = reason;
        items.clear();
        return Optional.empty();
    }

    /** All items so far; none if they were lost. */
    List<byte[]> items() {
        return items;
    }

    /** The last item, which tells whether the stream was complete; null if there was none. */
    @Nullable
    Object last() {
        return last;
    }

    /** Why duplicates cannot have the items; empty if they can. */
    Optional<String> loss() {
        return Optional.ofNullable(loss);
    }
}
