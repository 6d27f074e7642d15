package dev.idem.store.redisson;

import dev.idem.store.Payload;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.redisson.api.RFuture;
import org.redisson.api.RScript.Mode;
import org.redisson.api.RScript.ReturnType;
import org.redisson.api.RScriptAsync;

/** A script with its key and arguments. */
record Command(Script script, String record, List<byte[]> arguments) {

    static Command of(Script script, String record, String... arguments) {
        return new Command(
                script, record, Arrays.stream(arguments).map(Command::utf8).toList());
    }

    /** The same command with one more argument. */
    Command with(Payload payload) {
        return new Command(
                script,
                record,
                Stream.concat(arguments.stream(), Stream.of(payload.bytes())).toList());
    }

    RFuture<byte[]> sendThrough(RScriptAsync scripts) {
        return scripts.evalAsync(
                record, Mode.READ_WRITE, script.text(), ReturnType.VALUE, List.of(record), arguments.toArray());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
