package dev.idem.processor;

import static com.google.common.truth.Truth.assertThat;
import static dev.idem.processor.MethodUnderTest.method;

import dev.idem.codec.web.ResponseEntityCodec;
import dev.idem.engine.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods that return what Spring writes to its client. */
final class ResponseTest {

    private static final String TYPES = """
            record Receipt(boolean complete, Optional<Receipt> inner, String body) {}
            static Receipt receipt(boolean complete) { return new Receipt(complete, Optional.empty(), ""); }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"Receipt", "String", "byte[]", "List<Receipt>", "Optional<Receipt>", "Void", "Boolean"})
    void responseWithABody_isRecordedByACodecOfItsOwn(String body) {
        MethodUnderTest method = guarded("ResponseEntity<" + body + ">");
        method.isAccepted();
        Operation operation = method.operation();
        assertThat(operation.resultForm().apply(null)).isInstanceOf(ResponseEntityCodec.class);
        assertThat(operation.resultType().toString()).startsWith("org.springframework.http.ResponseEntity<");
    }

    @Test
    void anyOtherResult_isRecordedByTheApplicationsCodec() {
        assertThat(guarded("Receipt").operation().resultForm().apply(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "ResponseEntity.ok(receipt(false)), true",
        "ResponseEntity.ok(null), true",
        "ResponseEntity.status(303).build(), true",
        "ResponseEntity.badRequest().body(receipt(true)), false",
        "ResponseEntity.status(503).build(), false",
        "null, true",
    })
    void recordIfThatIsNotSet_recordsWhatIsNoError(String response, boolean recorded) {
        assertThat(guarded("ResponseEntity<Receipt>").called(call(response)).records())
                .isEqualTo(recorded);
    }

    @ParameterizedTest
    @CsvSource({
        "complete, ResponseEntity.ok(receipt(true)), true",
        "complete, ResponseEntity.ok(receipt(false)), false",
        "complete, ResponseEntity.ok(null), false",
        "complete, null, false",
        "complete, ResponseEntity.badRequest().body(receipt(true)), true",
        "body.complete, ResponseEntity.ok(receipt(true)), true",
        "body.complete, ResponseEntity.ok(receipt(false)), false",
        "body.body.empty, ResponseEntity.ok(receipt(false)), true",
        "inner.complete, ResponseEntity.ok(receipt(true)), false",
        "hasBody, ResponseEntity.ok(receipt(false)), true",
        "hasBody, ResponseEntity.ok(null), false",
        "statusCode.error, ResponseEntity.badRequest().build(), true",
        "statusCode.error, ResponseEntity.ok(null), false",
    })
    void recordIf_aloneDecides(String path, String response, boolean recorded) {
        assertThat(guarded("recordIf = \"" + path + "\"", "ResponseEntity<Receipt>")
                        .called(call(response))
                        .records())
                .isEqualTo(recorded);
    }

    @Test
    void recordIfOfAnOptionalBody_readsItsContent() {
        assertThat(guarded("recordIf = \"complete\"", "ResponseEntity<Optional<Receipt>>")
                        .called(call("ResponseEntity.ok(Optional.of(receipt(true)))"))
                        .records())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ResponseEntity<?> | its 'body' of type ? is unknown at compile time. Declare the type of the body, as in"
                        + " ResponseEntity<Receipt>, or ResponseEntity<Void> for none",
                "ResponseEntity<? extends Receipt> | its 'body' of type ? extends Receipt is unknown at compile time."
                        + " Declare the type of the body, as in ResponseEntity<Receipt>, or ResponseEntity<Void> for none",
                "ResponseEntity<Object> | its 'body' of type Object has a shape that is unknown at compile time. Return a"
                        + " concrete type with concrete type arguments",
                "List<ResponseEntity<String>> | its '[]' of type ResponseEntity<String> is an HTTP message that is not"
                        + " recorded here. Return ResponseEntity with the type of its body as the result itself, or"
                        + " return the body alone",
                "HttpEntity<String> | it is an HTTP message that is not recorded here. Return ResponseEntity with the"
                        + " type of its body as the result itself, or return the body alone",
                "ResponseEntity<org.springframework.core.io.Resource> | its 'body' of type Resource can be read only"
                        + " once. Return byte[], String or a List",
                "DeferredResult<String> | it is an answer that another thread gives later. Return the value itself, and"
                        + " let the caller make it asynchronous",
                "WebAsyncTask<String> | it is an answer that another thread gives later. Return the value itself, and let"
                        + " the caller make it asynchronous",
                "SseEmitter | it is written to its client while it is made, and then gone. Return the whole answer, such"
                        + " as byte[], String or a List, and let the caller write it",
                "ResponseBodyEmitter | it is written to its client while it is made, and then gone. Return the whole"
                        + " answer, such as byte[], String or a List, and let the caller write it",
                "StreamingResponseBody | it is written to its client while it is made, and then gone. Return the whole"
                        + " answer, such as byte[], String or a List, and let the caller write it",
                "ResponseEntity<StreamingResponseBody> | its 'body' of type StreamingResponseBody is written to its"
                        + " client while it is made, and then gone. Return the whole answer, such as byte[], String or a"
                        + " List, and let the caller write it",
            })
    void responseThatCannotBeGivenAgain_isRejected(String type, String objection) {
        String shown = type.replaceAll("\\b[a-z.]+\\.(?=[A-Z])", "");
        guarded(type)
                .isRejected(
                        "UnstorableResult",
                        "@IdempotentCall method Payments.charge(String) returns %s, which cannot be stored and replayed: %s."
                                .formatted(shown, objection),
                        "@IdempotentCall");
    }

    @Test
    void rawResponse_isRejected() {
        method("""
                        @SuppressWarnings("rawtypes")
                        @IdempotentCall
                        org.springframework.http.ResponseEntity charge(String id) { return null; }
                        """)
                .isRejected(
                        "UnstorableResult",
                        "@IdempotentCall method Payments.charge(String) returns ResponseEntity, which cannot be stored"
                                + " and replayed: it is raw, so the type of its content is unknown. Give it type"
                                + " arguments.",
                        "@IdempotentCall");
    }

    private static String call(String response) {
        return qualified(response).replaceAll("\\breceipt\\(", "Payments.receipt(");
    }

    private static MethodUnderTest guarded(String type) {
        return guarded("", type);
    }

    private static MethodUnderTest guarded(String attributes, String type) {
        return method(TYPES
                + "@IdempotentCall(%s)\n%s charge(String id) { return null; }".formatted(attributes, qualified(type)));
    }

    private static String qualified(String code) {
        return code.replaceAll("\\b(ResponseEntity|HttpEntity)\\b", "org.springframework.http.$1")
                .replaceAll("\\b(DeferredResult|WebAsyncTask)\\b", "org.springframework.web.context.request.async.$1")
                .replaceAll(
                        "\\b(SseEmitter|ResponseBodyEmitter|StreamingResponseBody)\\b",
                        "org.springframework.web.servlet.mvc.method.annotation.$1");
    }
}
