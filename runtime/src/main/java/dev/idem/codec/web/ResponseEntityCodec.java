package dev.idem.codec.web;

import dev.idem.codec.ResultCodec;
import dev.idem.codec.ResultCodecException;
import dev.idem.codec.ResultType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * Writes a {@link ResponseEntity} as its status, its body and some of its headers ({@code Content-Type},
 * {@code Location}, {@code ETag} and the like, never {@code Set-Cookie}), with another codec, which writes all other types
 * alone. Generated code puts it around the application's codec for methods that return a response. An application whose
 * calls in code return some makes it its {@code ResultCodec} itself.
 */
public final class ResponseEntityCodec implements ResultCodec {

    private final ResultCodec codec;

    /** Responses in the form of this codec. */
    public ResponseEntityCodec(ResultCodec codec) {
        this.codec = codec;
    }

    /**
     * Whether a method's response is recorded where its {@code recordIf} says nothing: with a status of 2xx or 3xx. An
     * error is a failure, after which the next call runs. Null is recorded, as it is for all other methods.
     */
    public static boolean isRecorded(@Nullable Object response) {
        return !(response instanceof ResponseEntity<?> entity)
                || entity.getStatusCode().is2xxSuccessful()
                || entity.getStatusCode().is3xxRedirection();
    }

    @Override
    public byte[] encode(Object value, ResultType type) {
        return isResponse(type) ? encodeResponse(value, type) : codec.encode(value, type);
    }

    private byte[] encodeResponse(Object value, ResultType type) {
        ResponseEntity<?> response = (ResponseEntity<?>) value;
        if (response.getClass() != ResponseEntity.class) {
            throw new ResultCodecException(
                    "A " + response.getClass().getName()
                            + " cannot be recorded: it may hold more than a status, headers and a body. Return a"
                            + " ResponseEntity itself.",
                    null);
        }
        return codec.encode(
                new StoredResponse<>(
                        response.getStatusCode().value(), StoredHeaders.of(response.getHeaders()), response.getBody()),
                stored(type));
    }

    @Override
    public @Nullable Object decode(byte[] bytes, ResultType type) {
        return isResponse(type) ? decodeResponse(bytes, type) : codec.decode(bytes, type);
    }

    private ResponseEntity<?> decodeResponse(byte[] bytes, ResultType type) {
        StoredResponse<?> stored = (StoredResponse<?>) codec.decode(bytes, stored(type));
        if (stored == null) {
            throw new ResultCodecException("The recorded bytes are not a response, but null.", null);
        }
        HttpHeaders headers = new HttpHeaders();
        headers.putAll(stored.headers());
        return ResponseEntity.status(stored.status()).headers(headers).body(stored.body());
    }

    private static boolean isResponse(ResultType type) {
        return type.raw().equals(ResponseEntity.class);
    }

    private static ResultType stored(ResultType declared) {
        return new ResultType(StoredResponse.class, declared.arguments(), declared.subtypes());
    }
}
