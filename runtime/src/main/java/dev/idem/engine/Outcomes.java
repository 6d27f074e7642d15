package dev.idem.engine;

import dev.idem.LogEvent;
import dev.idem.OutcomeUnavailableException;
import dev.idem.codec.ResultCodec;
import dev.idem.codec.ResultCodecException;
import dev.idem.codec.ResultType;
import dev.idem.store.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Outcomes as payloads of records. A payload begins with what it is: {@code 0} null; {@code 1} a value, followed by a
 * checksum of the name of its declared type (4 bytes) and the codec's bytes; {@code 2} an outcome that cannot be given
 * back, followed by the reason in UTF-8; {@code 3} an exception, followed by a checksum of its class and the types of its
 * parts (4 bytes) and its {@link ThrownForm}; {@code 4} the items of a stream, followed by a checksum of the name of
 * their declared type (4 bytes) and their {@link ItemsForm}. A checksum is only ever compared with those of what the operation declares.
 */
final class Outcomes {

    private static final Logger log = LoggerFactory.getLogger(Outcomes.class);
    private static final byte NULL = 0;
    private static final byte VALUE = 1;
    private static final byte UNAVAILABLE = 2;
    private static final byte THROWN = 3;
    private static final byte ITEMS = 4;
    private static final int HEADER = 1 + Integer.BYTES;

    private final ResultCodec codec;
    private final Optional<ResultCodec> sharing;
    private final ThrownForm thrownForm;
    private final long maxSize;

    /**
     * Outcomes in the form of this codec.
     *
     * @param maxSize how many bytes the codec's form of one may have
     */
    Outcomes(ResultCodec codec, long maxSize) {
        this.codec = codec;
        this.sharing = codec.sharing();
        this.thrownForm = new ThrownForm(codec);
        this.maxSize = maxSize;
    }

    /** What a run ended with that returned this result. */
    Ending returned(Call call, @Nullable Object result) {
        return new Ending(encode(call, result), isRecorded(call, result));
    }

    /** What a run ended with that threw this; empty if that is not an outcome. */
    Optional<Ending> thrown(Call call, Throwable failure) {
        return encodeThrown(call, failure).map(payload -> new Ending(payload, /* recorded= */ true));
    }

    /** A recording of a stream that begins now. */
    Recording record(Call call) {
        return new Recording(call, codecOf(call), maxSize);
    }

    /** What a run ended with that streamed these items. Whether it is recorded, its last item says. */
    Ending streamed(Call call, Recording recording) {
        Payload payload = recording.loss().map(Outcomes::unavailable).orElseGet(() -> {
            ResultType type = call.operation().resultType();
            return payload(ITEMS, type, ItemsForm.join(recording.items()));
        });
        return new Ending(payload, isRecorded(call, recording.last()));
    }

    /** Whether the operation wants this result recorded. One that it fails to judge is: nobody runs it again. */
    private static boolean isRecorded(Call call, @Nullable Object result) {
        try {
            return call.operation().recordIf().test(result);
        } catch (RuntimeException | Error e) {
            LogEvent.RECORD_IF_UNREADABLE
                    .warn(log)
                    .setCause(withoutValues(e))
                    .log("Whether the result of {} is recorded could not be read from it, so it is.", call);
            return true;
        }
    }

    /**
     * What is recorded of a result. One that has no encoding, or too large a one, is recorded as such, so that it is not
     * run again.
     */
    Payload encode(Call call, @Nullable Object result) {
        if (result == null) {
            return new Payload(new byte[] {NULL});
        }
        ResultType type = call.operation().resultType();
        try {
            return payload(call, VALUE, type, codecOf(call).encode(result, type));
        } catch (RuntimeException | Error e) {
            LogEvent.OUTCOME_UNAVAILABLE
                    .warn(log)
                    .setCause(withoutValues(e))
                    .log("The result of {} cannot be encoded; duplicates will not get it.", call);
            return unavailable("its result could not be encoded as " + type + ".");
        }
    }

    /**
     * What is recorded of a failure; empty if it is not an outcome. One that does not come back as it went is recorded as
     * such, so that nothing else is thrown in its place.
     */
    Optional<Payload> encodeThrown(Call call, Throwable failure) {
        return call.operation().replayed(failure).map(form -> encode(call, form, failure));
    }

    private Payload encode(Call call, ReplayedException form, Throwable failure) {
        try {
            byte[] encoded = thrownForm.encode(form, failure);
            if (isSame(failure, thrownForm.decode(form, ByteBuffer.wrap(encoded)))) {
                return payload(call, THROWN, form, encoded);
            }
            LogEvent.OUTCOME_UNAVAILABLE
                    .warn(log)
                    .log("What {} threw is another exception when it is rebuilt; duplicates will not get it.", call);
        } catch (RuntimeException | Error e) {
            LogEvent.OUTCOME_UNAVAILABLE
                    .warn(log)
                    .setCause(withoutValues(e))
                    .log("What {} threw cannot be encoded; duplicates will not get it.", call);
        }
        return unavailable("the exception that it threw does not come back as it went from " + form + ".");
    }

    private static boolean isSame(Throwable failure, Throwable rebuilt) {
        return rebuilt.getClass() == failure.getClass() && Objects.equals(rebuilt.getMessage(), failure.getMessage());
    }

    private Payload payload(Call call, byte kind, Object type, byte[] encoded) {
        if (encoded.length > maxSize) {
            LogEvent.OUTCOME_UNAVAILABLE
                    .warn(log)
                    .log("The outcome of {} takes {} bytes; duplicates will not get it.", call, encoded.length);
            return unavailable("it takes " + encoded.length + " bytes, more than the " + maxSize
                    + " that idem.max-outcome-size allows. Raise it, or return less.");
        }
        return payload(kind, type, encoded);
    }

    private static Payload payload(byte kind, Object type, byte[] encoded) {
        return new Payload(ByteBuffer.allocate(HEADER + encoded.length)
                .put(kind)
                .putInt(checksum(type))
                .put(encoded)
                .array());
    }

    /** Whether anybody but its own caller can have this outcome. */
    static boolean isAvailable(Payload payload) {
        return payload.bytes()[0] != UNAVAILABLE;
    }

    /**
     * What callers are given of an outcome that this process knows: one object for all of them where nobody can change it,
     * else one made anew for each. The observer is told at each.
     */
    Answer known(Call call, Payload payload) {
        if (isShared(call, payload)) {
            try {
                Object shared = decode(call, payload);
                return () -> {
                    Tally.replayed(call, CallOutcome.REPLAYED_LOCAL, shared);
                    return shared;
                };
            } catch (Throwable unreadable) {
                // Each caller is told so.
            }
        }
        Turn.Replay replay = new Turn.Replay(payload, CallOutcome.REPLAYED_LOCAL);
        return () -> replay(call, replay);
    }

    private boolean isShared(Call call, Payload payload) {
        byte kind = payload.size() == 0 ? -1 : payload.bytes()[0];
        return kind == NULL || (kind == VALUE && call.operation().isResultImmutable() && sharing.isPresent());
    }

    /**
     * The result that was recorded.
     *
     * @throws OutcomeUnavailableException if the outcome cannot be given back; it is then never run again
     * @throws Throwable the exception that was recorded, as a new object made on this thread
     */
    @Nullable
    Object decode(Call call, Payload payload) throws Throwable {
        ByteBuffer bytes = ByteBuffer.wrap(payload.bytes());
        byte kind = bytes.hasRemaining() ? bytes.get() : -1;
        return switch (kind) {
            case NULL -> null;
            case VALUE -> value(call, bytes);
            case UNAVAILABLE -> throw unavailable(call, bytes);
            case THROWN -> throw rebuilt(call, bytes);
            default -> throw foreign(call, "its record is not one of this library or of a later version of it", null);
        };
    }

    /**
     * The result that was recorded, for a duplicate; its observer is told.
     *
     * @throws Throwable as {@link #decode}
     */
    @Nullable
    Object replay(Call call, Turn.Replay turn) throws Throwable {
        Object result;
        try {
            result = decode(call, turn.payload());
        } catch (OutcomeUnavailableException e) {
            Tally.refused(call.guard(), e);
            throw e;
        } catch (Throwable recorded) {
            call.observer().answered(turn.how());
            throw recorded;
        }
        Tally.replayed(call, turn.how(), result);
        return result;
    }

    /**
     * The items that were recorded, each to be read when it is given.
     *
     * @throws OutcomeUnavailableException if the record is not one of items; it is then never run again
     */
    List<Answer> items(Call call, Payload payload) {
        ByteBuffer bytes = ByteBuffer.wrap(payload.bytes());
        ResultType type = call.operation().resultType();
        if (!isAvailable(payload)) {
            throw unavailable(call, bytes.position(1));
        }
        if (bytes.remaining() < HEADER || bytes.get() != ITEMS || !readsChecksum(bytes, type)) {
            throw foreign(call, "what is recorded is no stream of " + type, null);
        }
        try {
            return ItemsForm.split(bytes).stream()
                    .map(encoded -> item(call, encoded))
                    .toList();
        } catch (ResultCodecException e) {
            throw foreign(call, "its record cannot be read", e);
        }
    }

    /** An item, made anew of what was recorded of it. */
    Answer item(Call call, byte[] encoded) {
        return () -> {
            Object item = read(call, encoded);
            if (item == null) {
                throw foreign(call, "an item of it is read as null", null);
            }
            return item;
        };
    }

    private @Nullable Object value(Call call, ByteBuffer bytes) {
        ResultType type = call.operation().resultType();
        if (!readsChecksum(bytes, type)) {
            throw foreign(call, "its result was recorded as another type than " + type, null);
        }
        byte[] encoded = new byte[bytes.remaining()];
        bytes.get(encoded);
        return read(call, encoded);
    }

    private @Nullable Object read(Call call, byte[] encoded) {
        ResultType type = call.operation().resultType();
        try {
            return codecOf(call).decode(encoded, type);
        } catch (RuntimeException e) {
            throw foreign(call, "its record cannot be read as " + type, withoutValues(e));
        }
    }

    private ResultCodec codecOf(Call call) {
        Operation operation = call.operation();
        return operation.resultForm().apply(operation.isResultImmutable() ? sharing.orElse(codec) : codec);
    }

    private Throwable rebuilt(Call call, ByteBuffer bytes) {
        ReplayedException form = call.operation().replay().stream()
                .filter(declared -> readsChecksum(bytes.duplicate(), declared))
                .findFirst()
                .orElseThrow(() -> foreign(call, "it threw an exception that 'replay' does not declare here", null));
        try {
            return thrownForm.decode(form, bytes.position(HEADER));
        } catch (RuntimeException | LinkageError e) {
            throw foreign(call, "its record cannot be read as " + form, withoutValues(e));
        }
    }

    private static OutcomeUnavailableException unavailable(Call call, ByteBuffer reason) {
        return refusal(call, StandardCharsets.UTF_8.decode(reason).toString(), null);
    }

    private static Payload unavailable(String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        return new Payload(
                ByteBuffer.allocate(1 + text.length).put(UNAVAILABLE).put(text).array());
    }

    private static OutcomeUnavailableException foreign(Call call, String reason, @Nullable Throwable cause) {
        return refusal(
                call,
                reason + ". Check that all programs with the application name '"
                        + call.address().application()
                        + "' declare the same result type and the same exceptions for this operation.",
                cause);
    }

    private static OutcomeUnavailableException refusal(Call call, String reason, @Nullable Throwable cause) {
        return new OutcomeUnavailableException(
                call + " has run and is not run a second time, but its outcome cannot be given back: " + reason
                        + " The record ends with its TTL.",
                cause);
    }

    /** Code that handles values, such as a constructor, quotes them in its messages; codecs and the JVM never do. */
    static Throwable withoutValues(Throwable failure) {
        if (failure instanceof ResultCodecException || failure instanceof LinkageError) {
            return failure;
        }
        Throwable silent = new ResultCodecException(failure.getClass().getName(), null);
        silent.setStackTrace(failure.getStackTrace());
        return silent;
    }

    private static boolean readsChecksum(ByteBuffer bytes, Object type) {
        return bytes.remaining() >= Integer.BYTES && bytes.getInt() == checksum(type);
    }

    private static int checksum(Object type) {
        CRC32 checksum = new CRC32();
        checksum.update(type.toString().getBytes(StandardCharsets.UTF_8));
        return (int) checksum.getValue();
    }
}
