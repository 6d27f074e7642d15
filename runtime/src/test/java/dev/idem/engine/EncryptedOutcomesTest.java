package dev.idem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.idem.OutcomeUnavailableException;
import dev.idem.codec.ResultCodec;
import dev.idem.codec.ResultCodecException;
import dev.idem.codec.ResultType;
import dev.idem.codec.jackson.JacksonResultCodec;
import dev.idem.key.RecordAddress;
import dev.idem.store.Claim;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.store.Completed;
import dev.idem.store.Completion;
import dev.idem.store.IdempotencyStore;
import dev.idem.store.Payload;
import dev.idem.store.caffeine.CaffeineStore;
import dev.idem.testing.DocumentedCode;
import dev.idem.testing.shop.EncryptingCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that are encrypted as {@code docs/security.md} shows. */
final class EncryptedOutcomesTest {

    private static final String SECRET = "card 4711";
    private static final ResultType TEXT = ResultType.of(String.class);
    private static final ResultType TEXTS = ResultType.of(List.class, TEXT);
    private static final CallKey CALL = CallKey.of("payments.charge", "k-1");

    private final IdempotencyStore store = new CaffeineStore(1 << 20);
    private final EncryptingCodec codec = codec(1);

    @Test
    void codec_inTheDocument_isTheOneTestedHere() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/idem/testing/shop/EncryptingCodec.java"));

        assertThat(source)
                .endsWith(DocumentedCode.block("security.md", "java", "class EncryptingCodec"))
                .contains("import javax.crypto.Cipher;");
    }

    @Test
    void records_ofEqualResults_holdNoPlainTextAndAreNeverEqual() {
        byte[] one = codec.encode(SECRET, TEXT);
        byte[] other = codec.encode(SECRET, TEXT);

        assertThat(new String(one, StandardCharsets.ISO_8859_1)).doesNotContain("card", "4711");
        assertThat(Arrays.copyOf(one, 12)).isNotEqualTo(Arrays.copyOf(other, 12));
        assertThat(codec.decode(one, TEXT)).isEqualTo(SECRET).isEqualTo(codec.decode(other, TEXT));
    }

    @Test
    void record_ofAnotherType_isRefused() {
        byte[] list = codec.encode(List.of(SECRET), TEXTS);

        assertThatExceptionOfType(ResultCodecException.class)
                .isThrownBy(() -> codec.decode(list, ResultType.of(Set.class, TEXT)))
                .withMessageContaining("cannot be decrypted");
    }

    @Test
    void record_withEveryByteChanged_isRefused() {
        byte[] record = codec.encode(SECRET, TEXT);
        for (int i = 0; i < record.length; i++) {
            byte[] tampered = record.clone();
            tampered[i] ^= 1;
            assertThatExceptionOfType(ResultCodecException.class).isThrownBy(() -> codec.decode(tampered, TEXT));
            byte[] cut = Arrays.copyOf(record, i);
            assertThatExceptionOfType(ResultCodecException.class).isThrownBy(() -> codec.decode(cut, TEXT));
        }
    }

    @Test
    void call_again_isAnsweredFromTheEncryptedRecord() throws Exception {
        assertThat(call(codec, SECRET)).isEqualTo(SECRET);
        assertThat(call(codec(1), "a second run")).isEqualTo(SECRET);
        assertThat(new String(record().bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("4711");
    }

    @Test
    void call_withAnotherKey_isRefusedAndNotRunAgain() throws Exception {
        call(codec, SECRET);

        assertThatExceptionOfType(OutcomeUnavailableException.class).isThrownBy(() -> call(codec(2), "a second run"));
        assertThat(call(codec, "a second run")).isEqualTo(SECRET);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 20, -1})
    void call_ofATamperedRecord_isRefusedAndNotRunAgain(int position) throws Exception {
        call(codec, SECRET);
        byte[] tampered = record().bytes().clone();
        tampered[Math.floorMod(position, tampered.length)] ^= 1;
        replaceBy(tampered);

        assertThatExceptionOfType(OutcomeUnavailableException.class).isThrownBy(() -> call(codec, "a second run"));
    }

    private Object call(ResultCodec codec, String result) throws Exception {
        try (IdempotencyEngine engine = new IdempotencyEngine(
                "shop",
                Optional::empty,
                operation -> new Guard(CallPolicy.DEFAULT, store),
                codec,
                EngineLimits.DEFAULT,
                Optional.empty())) {
            return Idempotency.of(engine).call(CALL, String.class, () -> result);
        }
    }

    private Payload record() {
        ClaimReply reply = store.claim(request("reader")).toCompletableFuture().join();
        return ((Completed) reply).outcome().payload();
    }

    private void replaceBy(byte[] bytes) {
        ClaimRequest request = request("forger");
        store.evict(request.address(), Duration.ofMillis(1))
                .toCompletableFuture()
                .join();
        ClaimReply.Granted granted =
                (ClaimReply.Granted) store.claim(request).toCompletableFuture().join();
        Claim claim = request.granted(granted.grant());
        store.complete(new Completion(claim, new Payload(bytes), Duration.ZERO))
                .toCompletableFuture()
                .join();
    }

    private static ClaimRequest request(String token) {
        return new ClaimRequest(
                new RecordAddress("shop", null, CALL.operation(), CALL.key()),
                CALL.fingerprint(),
                token,
                Duration.ofSeconds(30),
                Duration.ofHours(1),
                false);
    }

    private static EncryptingCodec codec(int seed) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        SecretKey key = new SecretKeySpec(bytes, "AES");
        return new EncryptingCodec(new JacksonResultCodec(), key);
    }
}
