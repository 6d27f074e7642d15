package dev.idem.store.redisson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.idem.store.model.Comparison;
import dev.idem.testing.TestRedis;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redisson.api.RedissonClient;

/** The scripts on a real server, driven along the paths of the model. */
final class ScriptModelTest {

    @RegisterExtension
    static final TestRedis REDIS = new TestRedis();

    private static final boolean LONG = Boolean.getBoolean("idem.long");

    private static RedissonClient client;

    @BeforeAll
    static void connect() {
        client = RedisClients.connect(REDIS.address());
    }

    @AfterAll
    static void disconnect() {
        client.shutdown();
    }

    @Test
    void everyShortPath_isAnsweredAsByTheModel() {
        Comparison comparison = compared(new ScriptDrive(client, Script::text)).all(LONG ? 5 : 4);

        assertThat(comparison.difference()).as(comparison.toString()).isEmpty();
    }

    @Test
    void longPaths_areAnsweredAsByTheModel() {
        Comparison comparison =
                compared(new ScriptDrive(client, Script::text)).random(seeds(LONG ? 200_000 : 4_000), 20);

        assertThat(comparison.difference()).as(comparison.toString()).isEmpty();
    }

    /** Each line is a mistake that an editor of the scripts could make. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CLAIM    | if rest <= 0 and current.started then | if false then",
                "CLAIM    | if rest <= 0 then                     | if false then",
                "CLAIM    | if current.fingerprint ~= fingerprint | if false",
                "CLAIM    | if done.fingerprint ~= fingerprint    | if false",
                "CLAIM    | return grant(current.mark)            | return grant(0)",
                "CLAIM    | if current.token == token then        | if false then",
                "START    | 'started', '1'                        | 'begun', '1'",
                "START    | and current.grant == tonumber(ARGV[2]) | and true",
                "START    | current.token == ARGV[1] and          | true and",
                "RENEW    | and current.grant == tonumber(ARGV[2]) | and true",
                "RENEW    | current.token == ARGV[1] and          | true and",
                "RENEW    | ARGV[3] + current.ttl                 | current.ttl",
                "RELEASE  | current.token ~= ARGV[1] or           | false or",
                "RELEASE  | current.grant ~= tonumber(ARGV[2])    | false",
                "RELEASE  | if left > 0 then                      | if false then",
                "COMPLETE | if grant <= current.mark then         | if false then",
                "COMPLETE | if grant <= current.mark then         | if grant < current.mark then",
                "COMPLETE | current.token and current.fingerprint ~= fingerprint | false",
                "COMPLETE | if done.fingerprint ~= fingerprint    | if false",
                "COMPLETE | if done.token == token then           | if false then",
                "COMPLETE | return 'refused EXPIRED'              | rest = 1000",
                "EVICT    | mark = math.max(mark, current.grant, current.mark) | mark = now()",
                "EVICT    | forget(channels, ttl)                 | forget(channels, 1000)",
                "FIND     | return current.started and 'unknown' or 'absent' | return 'absent'",
                "FIND     | if current.fingerprint ~= ARGV[1]     | if false",
                "COMPLETE | local rest = math.min(                | local rest = math.max("
            })
    void wrongLine_isCaught(Script script, String line, String wrong) {
        assertThat(script.text()).contains(line);
        ScriptDrive drive =
                new ScriptDrive(client, each -> each == script ? each.text().replace(line, wrong) : each.text());

        assertThat(compared(drive).all(3).random(seeds(2_000), 20).difference()).isPresent();
    }

    private static Comparison compared(ScriptDrive drive) {
        return new Comparison(drive::drive);
    }

    private static LongStream seeds(long number) {
        return LongStream.range(0, number);
    }
}
