package dev.idem.store.redisson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idem.StoreUnavailableException;
import dev.idem.key.Fingerprint;
import dev.idem.key.RecordAddress;
import dev.idem.spring.redisson.LeanClients;
import dev.idem.store.Claim;
import dev.idem.store.ClaimReply;
import dev.idem.store.ClaimRequest;
import dev.idem.store.Completed;
import dev.idem.store.Completion;
import dev.idem.store.CompletionReply;
import dev.idem.store.Held;
import dev.idem.store.Payload;
import dev.idem.testing.DocumentedCode;
import dev.idem.testing.RedisProcess;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redisson.api.RedissonClient;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The store, for users of the server who may do less than it needs. */
@EnabledIf("dev.idem.testing.RedisProcess#isAvailable")
@ExtendWith(OutputCaptureExtension.class)
final class AclRefusalTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration TTL = Duration.ofHours(1);
    private static final Fingerprint CONTENT = Fingerprint.of(new byte[] {1});
    private static final Payload RESULT = new Payload(new byte[] {1});
    private static final String USER =
            DocumentedCode.block("security.md", "text", "ACL SETUSER shop ").strip();

    /** It is sent every 30 seconds, and its refusal is an answer too. */
    private static final String NOT_SEEN_HERE = "+ping";

    private static RedisProcess redis;

    private final RecordAddress address = new RecordAddress("shop", null, "charge", "ik_" + UUID.randomUUID());

    @BeforeAll
    static void startRedis() {
        redis = RedisProcess.start();
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
    }

    static Stream<String> commands() {
        return rules().filter(rule -> rule.startsWith("+") && !rule.equals(NOT_SEEN_HERE));
    }

    private static Stream<String> rules() {
        return Arrays.stream(USER.split(" ", -1));
    }

    /** Nothing in the document is superfluous. */
    @ParameterizedTest
    @MethodSource("commands")
    void command_leftOut_isMissed(String command) {
        String user = signUp(rules().filter(rule -> !rule.equals(command)).collect(Collectors.joining(" ")));
        redis.ask("ACL LOG RESET");
        redis.ask("SCRIPT FLUSH");

        try (Node node = new Node(user, "shop")) {
            everyVerb(node);
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(StoreUnavailableException.class);
        }
        Awaitility.await().untilAsserted(() -> assertThat(AclLog.refused(redis)).contains(command.substring(1)));
    }

    @Test
    void channels_withoutRights_everyVerbWorksAndOneWarningSaysWhatItCosts(CapturedOutput output) {
        String user = signUp(USER.replace("&idem:shop:*", "resetchannels"));
        try (Node node = new Node(user, "shop")) {
            everyVerb(node);
            everyVerb(node);
        }
        assertThat(output.getAll().split("Could not subscribe", -1)).hasSize(2);
    }

    @Test
    void keys_ofAnotherApplication_areRefused() {
        RecordAddress foreign = new RecordAddress("bank", null, "charge", "ik_1");
        try (Node node = new Node(signUp(USER), "bank")) {
            assertThatThrownBy(() -> await(node.store.claim(request(foreign, "a"))))
                    .hasCauseInstanceOf(StoreUnavailableException.class)
                    .hasStackTraceContaining("NOPERM");
        }
        assertThat(redis.ask("EXISTS " + foreign.text())).isEqualTo("0");
    }

    @Test
    void database_otherThanTheFirst_takesOneCommandMore() {
        try (Node node = new Node("/2", signUp(USER + " +select"), "shop")) {
            everyVerb(node);
        }
        try (Node node = new Node("/2", signUp(USER), "shop")) {
            assertThatThrownBy(() -> granted(node, "a")).hasCauseInstanceOf(StoreUnavailableException.class);
        }
    }

    private void everyVerb(Node node) {
        await(node.store.dataLossRisk());
        Claim first = granted(node, "a");
        assertThat(await(node.store.claim(request(address, "b")))).isInstanceOf(Held.class);
        assertThat(await(node.store.renew(List.of(first)))).containsExactly(true);
        assertThat(await(node.store.start(first))).isTrue();
        assertThat(await(node.store.evict(address, TTL))).isTrue();
        Claim second = granted(node, "c");
        assertThat(await(node.store.release(second))).isTrue();
        granted(node, "d");
        assertThat(await(node.store.withdraw(request(address, "d")))).isTrue();
        Claim third = granted(node, "e");
        assertThat(await(node.store.complete(new Completion(third, RESULT, Duration.ZERO))))
                .isInstanceOf(CompletionReply.Recorded.class);
        assertThat(await(node.store.find(address, CONTENT))).isInstanceOf(Completed.class);
        assertThat(await(node.store.evict(address, Duration.ofMillis(1)))).isTrue();
    }

    private Claim granted(Node node, String token) {
        ClaimRequest request = request(address, token);
        return request.granted(((ClaimReply.Granted) await(node.store.claim(request))).grant());
    }

    private static ClaimRequest request(RecordAddress address, String token) {
        return new ClaimRequest(address, CONTENT, token, LEASE, TTL, true);
    }

    /** The same rules for a user of another name. */
    private static String signUp(String rules) {
        String user = "user-" + UUID.randomUUID();
        assertThat(redis.ask(rules.replace("SETUSER shop", "SETUSER " + user))).isEqualTo("OK");
        return user;
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static final class Node implements AutoCloseable {

        private final RedissonClient client;
        private final RedissonStore store;

        Node(String user, String application) {
            this("", user, application);
        }

        Node(String database, String user, String application) {
            client = LeanClients.to(
                    List.of("redis://" + user + ":secret@127.0.0.1:" + redis.port() + database),
                    /* sentinelMaster= */ null,
                    TIMEOUT);
            store = new RedissonStore(client, application, TIMEOUT);
        }

        @Override
        public void close() {
            store.close();
            client.shutdown();
        }
    }
}
