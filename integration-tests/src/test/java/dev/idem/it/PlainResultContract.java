package dev.idem.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Results that are values when the method returns. */
public abstract class PlainResultContract extends ResultContract<PlainResults> {

    private static final Receipt RECEIPT = new Receipt("ada", 1, List.of(new Receipt.Line("pen", -5)));
    private static final Payment CARD = new Payment.ByCard("4", Optional.of(Payment.Waived.DEBT));
    private static final Payment SPLIT = new Payment.Split(
            new Payment.Split(CARD, Payment.Waived.GIFT), new Payment.InMoney(new BigDecimal("1.00")));
    private static final LocalDateTime TIME = LocalDateTime.of(2024, 2, 29, 23, 59, 59, 999_999_999);
    private static final ZoneOffset OFFSET = ZoneOffset.ofHoursMinutes(5, 30);
    private static final Times TIMES = new Times(
            Instant.MAX,
            TIME.atOffset(OFFSET),
            ZonedDateTime.of(TIME, ZoneId.of("Europe/Berlin")),
            TIME,
            LocalDate.MIN,
            LocalTime.MIDNIGHT,
            OffsetTime.of(LocalTime.NOON, OFFSET),
            Duration.ofSeconds(-1, 1),
            Period.of(1, -2, 30),
            Year.of(-44),
            YearMonth.of(12024, 1),
            MonthDay.of(2, 29),
            ZoneId.of("UTC"));

    protected PlainResultContract() {
        super(PlainResults.class, PlainResults::new);
    }

    @Override
    protected final List<Sample<PlainResults>> samples() {
        return Stream.of(scalars(), containers(), structures(), responses())
                .flatMap(all -> all)
                .toList();
    }

    private static Stream<Sample<PlainResults>> scalars() {
        return Stream.of(
                sample("void", null, PlainResultContract::nothing),
                sample("null", null, PlainResults::text),
                sample("the text null", "null", PlainResults::text),
                sample("an empty text", "", PlainResults::text),
                sample("the text 0", "0", PlainResults::text),
                sample("a text of all kinds", "\"\\\u0000\n é \uD83D\uDE00 \uD83D", PlainResults::text),
                sample("0", 0, PlainResults::number),
                sample("the least int", Integer.MIN_VALUE, PlainResults::number),
                sample("0L", 0L, PlainResults::longNumber),
                sample("a long beyond doubles", Long.MAX_VALUE, PlainResults::longNumber),
                sample("false", false, PlainResults::flag),
                sample("a char", '\u0000', PlainResults::letter),
                sample("negative zero", -0.0, PlainResults::fraction),
                sample("no number", Double.NaN, PlainResults::fraction),
                sample("infinity", Double.NEGATIVE_INFINITY, PlainResults::fraction),
                sample("a float", 0.1f, PlainResults::shortFraction),
                sample("a boxed 0", 0, PlainResults::boxed),
                sample("a boxed null", null, PlainResults::boxed),
                sample("a decimal with its scale", new BigDecimal("1.00"), PlainResults::amount),
                sample("a UUID", new UUID(0, -1), PlainResults::id),
                sample("an enum", Payment.Waived.DEBT, PlainResults::constant),
                sample("an instant", Instant.parse("2024-02-29T00:00:00.000000001Z"), PlainResults::instant));
    }

    private static Stream<Sample<PlainResults>> containers() {
        return Stream.of(
                sample("bytes", new byte[] {0, -1, 127}, PlainResults::bytes),
                sample("no bytes", new byte[0], PlainResults::bytes),
                sample("a table", new int[][] {{1}, {}}, PlainResults::table),
                sample("nothing in an Optional", Optional.empty(), PlainResults::perhaps),
                sample("an empty text in an Optional", Optional.of(""), PlainResults::perhaps),
                sample("no Optional", null, PlainResults::perhaps),
                sample("an empty list in an Optional", Optional.of(List.of()), PlainResults::perhapsReceipts),
                sample("a list in an Optional", Optional.of(List.of(RECEIPT)), PlainResults::perhapsReceipts),
                sample("an empty list", List.of(), PlainResults::texts),
                sample("a list with null and its text", Arrays.asList(null, "null", ""), PlainResults::texts),
                sample("an empty set", Set.of(), PlainResults::numbers),
                sample("a set", Set.of(0L, Long.MIN_VALUE), PlainResults::numbers),
                sample("an empty map", Map.of(), PlainResults::counts),
                sample("a map with an empty key", Map.of("", 0, "null", -1), PlainResults::counts),
                sample("a map with null", Collections.singletonMap("a", null), PlainResults::counts),
                sample("empty maps in a map", Map.of(new UUID(1, 2), Map.of()), PlainResults::nested));
    }

    private static Stream<Sample<PlainResults>> structures() {
        Page<Receipt> receipts = new Page<>(List.of(RECEIPT), Map.of(), null);
        Page<Map<String, Page<Receipt>>> pages =
                new Page<>(List.of(Map.of("a", receipts)), Map.of("b", List.of(Map.of())), null);
        return Stream.of(
                sample("a record", RECEIPT, PlainResults::receipt),
                sample("an array of records", new Receipt[] {RECEIPT, null}, PlainResults::receipts),
                sample("generics", new Page<>(List.of(), Map.of(), pages), PlainResults::pages),
                sample("times", TIMES, PlainResults::times),
                sample("a subtype", CARD, PlainResults::payment),
                sample("a subtype of subtypes", SPLIT, PlainResults::payment),
                sample("a subtype that is an enum", Payment.Waived.GIFT, PlainResults::payment),
                sample("no subtype", null, PlainResults::payment),
                sample("subtypes", List.of(SPLIT, CARD, Payment.Waived.DEBT), PlainResults::payments),
                sample(
                        "subtypes in generics",
                        new Page<>(List.of(SPLIT), Map.of("a", List.of(CARD)), null),
                        PlainResults::pagesOfPayments));
    }

    private static Stream<Sample<PlainResults>> responses() {
        return Stream.of(
                sample("200", ResponseEntity.ok(RECEIPT), PlainResults::response),
                sample(
                        "201 with headers",
                        ResponseEntity.created(URI.create("/receipts/1"))
                                .eTag("\"v1\"")
                                .contentType(MediaType.APPLICATION_JSON)
                                .body(RECEIPT),
                        PlainResults::response),
                sample("202 without its body", ResponseEntity.accepted().build(), PlainResults::response),
                sample("204", ResponseEntity.noContent().build(), PlainResults::emptyResponse),
                sample(
                        "303",
                        ResponseEntity.status(303).location(URI.create("/x")).build(),
                        PlainResults::emptyResponse),
                sample("no response", null, PlainResults::response),
                sample(
                        "a response of subtypes",
                        ResponseEntity.ok(List.of(SPLIT, CARD)),
                        PlainResults::responseOfPayments),
                sample("a response of nothing", ResponseEntity.ok(Optional.empty()), PlainResults::responsePerhaps),
                sample(
                        "404 where errors are recorded",
                        ResponseEntity.notFound().build(),
                        PlainResults::refusal));
    }

    private static Sample<PlainResults> sample(
            String name, @Nullable Object answer, BiFunction<PlainResults, String, ? extends @Nullable Object> method) {
        return new Sample<>(name, answer, method);
    }

    private static @Nullable Object nothing(PlainResults results, String call) {
        results.nothing(call);
        return null;
    }

    @ParameterizedTest
    @EnumSource
    final void response_thatIsAnError_isNotRecorded(StoreKind store) {
        try (Application application = start(store)) {
            PlainResults results = serviceOf(application);
            answers().become(ResponseEntity.status(503).build());
            assertThat(results.response("refused").getStatusCode().value()).isEqualTo(503);
            answers().become(ResponseEntity.ok(RECEIPT));
            assertThat(results.response("refused")).isEqualTo(ResponseEntity.ok(RECEIPT));
            answers().become(null);
            assertThat(results.response("refused")).isEqualTo(ResponseEntity.ok(RECEIPT));
        }
    }

    @ParameterizedTest
    @EnumSource
    final void response_whoseRecordIfIsFalse_isNotRecorded(StoreKind store) {
        try (Application application = start(store)) {
            PlainResults results = serviceOf(application);
            answers().become(ResponseEntity.ok("a"));
            assertThat(results.refusal("accepted").getBody()).isEqualTo("a");
            answers().become(ResponseEntity.ok("b"));
            assertThat(results.refusal("accepted").getBody()).isEqualTo("b");
        }
    }

    @ParameterizedTest
    @EnumSource
    final void response_withACookie_isRecordedWithoutIt(StoreKind store) {
        try (Application application = start(store)) {
            PlainResults results = serviceOf(application);
            byte[] body = {1, 2};
            answers()
                    .become(ResponseEntity.ok()
                            .header(HttpHeaders.SET_COOKIE, "a=b")
                            .body(body));
            assertThat(results.responseOfBytes("cookie").getHeaders().headerSet())
                    .hasSize(1);
            ResponseEntity<byte[]> duplicate = results.responseOfBytes("cookie");
            assertThat(duplicate.getHeaders().headerSet()).isEmpty();
            assertThat(duplicate.getBody()).isEqualTo(body);
        }
    }

    @ParameterizedTest
    @EnumSource
    final void answers_ofTwoDuplicates_areNotOneObject(StoreKind store) {
        try (Application application = start(store)) {
            PlainResults results = serviceOf(application);
            answers().become(new byte[] {1, 2});
            results.bytes("own")[0] = 9;
            results.bytes("own")[0] = 9;
            assertThat(results.bytes("own")).containsExactly(1, 2);
        }
    }
}
