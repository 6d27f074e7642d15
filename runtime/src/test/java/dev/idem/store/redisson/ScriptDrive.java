package dev.idem.store.redisson;

import dev.idem.store.model.Path;
import dev.idem.store.model.Reply;
import dev.idem.store.model.Step;
import dev.idem.store.model.Time;
import dev.idem.store.model.Verb;
import dev.idem.store.model.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.redisson.api.BatchOptions;
import org.redisson.api.RBatch;
import org.redisson.api.RScript.Mode;
import org.redisson.api.RScript.ReturnType;
import org.redisson.api.RScriptAsync;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;

/**
 * Drives the scripts along paths of the model, all commands of many paths in one pipeline. The scripts are the store's
 * own, but for the clock, which is their last argument. A key's expiry, which holds every end in a record, is moved.
 */
final class ScriptDrive {

    private static final String CLOCK = "redis.call('TIME')";
    private static final String PASS = """
            local left = redis.call('PTTL', KEYS[1]) - ARGV[1]
            if left > 0 then redis.call('PEXPIRE', KEYS[1], left) else redis.call('DEL', KEYS[1]) end
            return 'done'
            """;
    private static final long ORIGIN_SECONDS = 1_000_000;
    private static final long TICK_MICROS = Words.TICK.toNanos() / 1_000;
    private static final String TICK_MILLIS = Long.toString(Words.TICK.toMillis());

    private final RedissonClient client;
    private final Map<Script, String> digests = new EnumMap<>(Script.class);
    private final String pass;
    private final Words words = new Words(ScriptDrive::stamp);

    /** A drive of the scripts as they are after a change. */
    ScriptDrive(RedissonClient client, Function<Script, String> scripts) {
        this.client = client;
        for (Script script : Script.values()) {
            digests.put(script, load(scripts.apply(script).replace(CLOCK, "{ARGV[#ARGV], 0}")));
        }
        this.pass = load(PASS);
    }

    /** The answers of each path, which is driven on a record of its own. */
    List<List<Reply>> drive(List<Path> paths) {
        RBatch batch = client.createBatch(BatchOptions.defaults().responseTimeout(1, TimeUnit.MINUTES));
        RScriptAsync pipeline = batch.getScript(ByteArrayCodec.INSTANCE);
        String run = UUID.randomUUID().toString();
        for (int i = 0; i < paths.size(); i++) {
            send(pipeline, "idem:model:" + run + ':' + i, paths.get(i));
        }
        Iterator<?> answers = paths.isEmpty()
                ? List.of().iterator()
                : batch.execute().getResponses().iterator();
        return paths.stream().map(path -> read(path, answers)).toList();
    }

    private void send(RScriptAsync pipeline, String record, Path path) {
        int now = 0;
        for (Step step : path.steps()) {
            if (step instanceof Step.Send sent) {
                Verb verb = sent.verb();
                run(pipeline, digests.get(script(verb)), record, arguments(verb), now);
            } else if (step instanceof Step.Find find) {
                run(pipeline, digests.get(Script.FIND), record, List.of(content(find.content())), now);
            } else {
                run(pipeline, pass, record, List.of(TICK_MILLIS), now);
                now++;
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the answer of each command comes with that of the batch
    private static void run(RScriptAsync pipeline, String digest, String record, List<String> arguments, int now) {
        List<byte[]> all =
                new ArrayList<>(arguments.stream().map(ScriptDrive::utf8).toList());
        all.add(utf8(Long.toString(ORIGIN_SECONDS + now * Words.TICK.toSeconds())));
        pipeline.evalShaAsync(record, Mode.READ_WRITE, digest, ReturnType.VALUE, List.of(record), all.toArray());
    }

    private List<Reply> read(Path path, Iterator<?> answers) {
        List<Reply> replies = new ArrayList<>();
        for (Step step : path.steps()) {
            dev.idem.store.redisson.Reply answer = new dev.idem.store.redisson.Reply((byte[]) answers.next());
            if (step instanceof Step.Send sent) {
                replies.add(read(sent.verb(), answer));
            } else if (step instanceof Step.Find) {
                replies.add(words.of(answer.toFindReply()));
            }
        }
        return replies;
    }

    private Reply read(Verb verb, dev.idem.store.redisson.Reply answer) {
        return switch (verb.kind()) {
            case CLAIM -> words.of(answer.toClaimReply());
            case COMPLETE -> words.of(answer.toCompletionReply());
            case WITHDRAW, START, RENEW, RELEASE, EVICT -> words.of(answer.isDone());
        };
    }

    private static Script script(Verb verb) {
        return switch (verb.kind()) {
            case CLAIM -> Script.CLAIM;
            case START -> Script.START;
            case RENEW -> Script.RENEW;
            case WITHDRAW, RELEASE -> Script.RELEASE;
            case COMPLETE -> Script.COMPLETE;
            case EVICT -> Script.EVICT;
        };
    }

    private static List<String> arguments(Verb verb) {
        String token = "t" + verb.token();
        String grant = Long.toString(micros(verb.grant()));
        String lease = Long.toString(Words.TICK.multipliedBy(Time.LEASE).toMillis());
        String ttl = Long.toString(Words.TICK.multipliedBy(Time.TTL).toMillis());
        return switch (verb.kind()) {
            case CLAIM -> List.of(token, content(verb.content()), lease, ttl, "idem:model:c" + verb.waiter());
            case START, RENEW -> List.of(token, grant, lease);
            case WITHDRAW -> List.of(token, "");
            case RELEASE -> List.of(token, grant);
            case COMPLETE -> List.of(token, grant, content(verb.content()), ttl, end(verb), payload(verb));
            case EVICT -> List.of(ttl, "idem:model:evictions");
        };
    }

    /** Just before its tick, so that a grant above the beginning of its own does not count. */
    private static String end(Verb verb) {
        return Long.toString(micros(Time.stamp(verb.end())) - TICK_MICROS / 2);
    }

    private static String payload(Verb verb) {
        return new String(Words.payload(verb.token()).bytes(), StandardCharsets.UTF_8);
    }

    private static String content(int content) {
        return "f" + content;
    }

    private static long micros(int stamp) {
        return ORIGIN_SECONDS * 1_000_000 + Time.tick(stamp) * TICK_MICROS + Time.above(stamp);
    }

    private static int stamp(long micros) {
        long past = micros - ORIGIN_SECONDS * 1_000_000;
        return Time.stamp((int) (past / TICK_MICROS)) + (int) (past % TICK_MICROS);
    }

    private String load(String text) {
        return client.getScript(ByteArrayCodec.INSTANCE).scriptLoad(text);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
