package dev.idem.benchmark.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.idem.benchmark.scenario.PromptRequest;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short keys from requests, made by hand. */
public class Digests {

    private final ObjectWriter json = JsonMapper.builder().build().writerFor(PromptRequest.class);

    /** The SHA-256 of the request's JSON in hexadecimal. */
    public String ofJson(PromptRequest request) {
        try {
            return HexFormat.of().formatHex(sha256().digest(json.writeValueAsBytes(request)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The SHA-256 of the request's components, one after the other. */
    static ByteBuffer ofComponents(PromptRequest request) {
        MessageDigest digest = sha256();
        digest.update(request.model().getBytes(UTF_8));
        digest.update(ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(request.maxTokens())
                .putLong(request.seed())
                .flip());
        for (PromptRequest.Message message : request.messages()) {
            digest.update(message.role().getBytes(UTF_8));
            digest.update(message.content().getBytes(UTF_8));
        }
        return ByteBuffer.wrap(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
