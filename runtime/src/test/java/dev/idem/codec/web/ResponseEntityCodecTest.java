package dev.idem.codec.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.idem.codec.ResultCodecException;
import dev.idem.codec.ResultType;
import dev.idem.codec.jackson.JacksonResultCodec;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

final class ResponseEntityCodecTest {

    private static final ResultType RECEIPT = response(ResultType.of(Receipt.class));

    private final ResponseEntityCodec codec = new ResponseEntityCodec(new JacksonResultCodec());

    @Test
    void response_withBody_comesBackEqual() {
        assertComesBack(ResponseEntity.ok(new Receipt("R-1", 5)), RECEIPT);
        assertComesBack(
                ResponseEntity.created(URI.create("/receipts/1"))
                        .eTag("\"v1\"")
                        .lastModified(86_400_000)
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.LINK, "</a>; rel=next", "</b>; rel=prev")
                        .body(new Receipt("R-1", 5)),
                RECEIPT);
        assertComesBack(
                ResponseEntity.accepted().body(List.of(new Receipt("R-1", 5))),
                response(ResultType.of(List.class, ResultType.of(Receipt.class))));
        assertComesBack(ResponseEntity.ok("null"), response(ResultType.of(String.class)));
        assertComesBack(ResponseEntity.ok(""), response(ResultType.of(String.class)));
    }

    @Test
    void response_withoutBody_comesBackEqual() {
        assertComesBack(ResponseEntity.ok().build(), RECEIPT);
        assertComesBack(ResponseEntity.noContent().build(), response(ResultType.of(Void.class)));
        assertComesBack(
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/x"))
                        .build(),
                response(ResultType.of(Void.class)));
    }

    @Test
    void response_withAStatusOfItsOwn_comesBackEqual() {
        assertComesBack(ResponseEntity.status(HttpStatusCode.valueOf(299)).build(), RECEIPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Set-Cookie", "set-cookie", "WWW-Authenticate", "Authorization", "Date", "X-Trace-Id"})
    void header_ofTheFirstExchange_isNotRecorded(String name) {
        byte[] bytes = codec.encode(ResponseEntity.ok().header(name, "secret").body(new Receipt("R-1", 5)), RECEIPT);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("secret");
        assertThat(codec.decode(bytes, RECEIPT)).isEqualTo(ResponseEntity.ok(new Receipt("R-1", 5)));
    }

    @Test
    void header_inAnySpelling_isRecorded() {
        HttpHeaders headers = new HttpHeaders();
        headers.put("content-type", List.of("text/plain"));
        Object back =
                roundTrip(new ResponseEntity<>("a", headers, HttpStatus.OK), response(ResultType.of(String.class)));
        assertThat(((ResponseEntity<?>) back).getHeaders().getContentType()).isEqualTo(MediaType.TEXT_PLAIN);
    }

    @Test
    void response_ofASubclass_isRefused() {
        ResponseEntity<String> special = new ResponseEntity<>("a", HttpStatus.OK) {};
        assertThatExceptionOfType(ResultCodecException.class)
                .isThrownBy(() -> codec.encode(special, response(ResultType.of(String.class))))
                .withMessageContaining("Return a ResponseEntity itself");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{\"status\":200,\"headers\":{},\"body\":5}", "{\"id\":\"R-1\",\"cents\":5}"})
    void bytes_thatAreNoResponse_areRefused(String json) {
        assertThatExceptionOfType(ResultCodecException.class)
                .isThrownBy(
                        () -> codec.decode(json.getBytes(StandardCharsets.UTF_8), response(ResultType.of(Void.class))));
    }

    @Test
    void body_ofASealedType_comesBackAsItsSubtype() {
        ResultType type = response(
                ResultType.of(Pay.class).withSubtypes(Pay.class, Map.of("Cash", Cash.class, "Card", Card.class)));
        assertComesBack(ResponseEntity.ok(new Cash(5)), type);
        assertComesBack(ResponseEntity.ok(new Card("4")), type);
    }

    @ParameterizedTest
    @CsvSource({
        "200, true",
        "204, true",
        "303, true",
        "304, true",
        "100, false",
        "400, false",
        "404, false",
        "500, false"
    })
    void response_isRecorded_unlessItIsAnError(int status, boolean recorded) {
        assertThat(ResponseEntityCodec.isRecorded(ResponseEntity.status(status).build()))
                .isEqualTo(recorded);
    }

    @Test
    void anyOtherType_isLeftToTheOtherCodec() {
        ResultType text = ResultType.of(String.class);
        assertThat(codec.decode(codec.encode("a", text), text)).isEqualTo("a");
    }

    @Test
    void codec_aroundItself_writesTheSame() {
        ResponseEntity<Receipt> response = ResponseEntity.ok(new Receipt("R-1", 5));
        assertThat(new ResponseEntityCodec(codec).encode(response, RECEIPT)).isEqualTo(codec.encode(response, RECEIPT));
    }

    @Test
    void null_isRecorded() {
        assertThat(ResponseEntityCodec.isRecorded(null)).isTrue();
    }

    private void assertComesBack(ResponseEntity<?> response, ResultType type) {
        assertThat(roundTrip(response, type)).isEqualTo(response).hasSameHashCodeAs(response);
    }

    private Object roundTrip(ResponseEntity<?> response, ResultType type) {
        return codec.decode(codec.encode(response, type), type);
    }

    private static ResultType response(ResultType body) {
        return ResultType.of(ResponseEntity.class, body);
    }

    record Receipt(String id, int cents) {}

    sealed interface Pay permits Cash, Card {}

    record Cash(int cents) implements Pay {}

    record Card(String number) implements Pay {}
}
