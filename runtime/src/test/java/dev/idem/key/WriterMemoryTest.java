package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A writer that is used again takes no memory but for the result. */
final class WriterMemoryTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 1_000;
    private static final int ARRAY_HEADER = 16;
    private static final int ALIGNMENT = 8;

    private static final MemberName CONTENT = MemberName.of("content");
    private static final MemberName MAX_TOKENS = MemberName.of("maxTokens");
    private static final MemberName MESSAGES = MemberName.of("messages");
    private static final MemberName MODEL = MemberName.of("model");
    private static final MemberName REQUEST = MemberName.of("request");
    private static final MemberName SEED = MemberName.of("seed");

    private final CanonicalWriter out = new CanonicalWriter();

    /** One message of 100 characters, and eight of 1,000. */
    @ParameterizedTest
    @ValueSource(ints = {100, 8_000})
    void request_writtenAgain_takesTheMemoryOfItsBytes(int size) {
        String[] messages = new String[Math.max(size / 1_000, 1)];
        for (int i = 0; i < messages.length; i++) {
            messages[i] = "A \"question\" of 50 characters, with accents (é).\n ".repeat(size / messages.length / 50);
        }
        int length = write(messages).length;
        assertThat(length).isBetween(size, size + size / 5 + 100);
        for (int i = 0; i < ROUNDS; i++) {
            write(messages);
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < ROUNDS; i++) {
            write(messages);
        }
        long each = (THREADS.getCurrentThreadAllocatedBytes() - before) / ROUNDS;
        assertThat(each).isBetween((long) length, (long) length + ARRAY_HEADER + ALIGNMENT);
    }

    private byte[] write(String[] messages) {
        out.reset();
        out.beginObject();
        out.name(REQUEST);
        out.beginObject();
        out.name(MAX_TOKENS);
        out.value(1_024);
        out.name(MESSAGES);
        out.beginArray();
        for (String message : messages) {
            out.beginObject();
            out.name(CONTENT);
            out.value(message);
            out.endObject();
        }
        out.endArray();
        out.name(MODEL);
        out.value("large-model-4-6");
        out.name(SEED);
        out.value(8_785_000_000L);
        out.endObject();
        out.endObject();
        return out.toBytes();
    }
}
