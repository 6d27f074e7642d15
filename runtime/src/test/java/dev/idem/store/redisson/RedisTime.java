package dev.idem.store.redisson;

import dev.idem.key.RecordAddress;
import java.time.Duration;
import org.redisson.api.RBucket;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;

/** Lets time pass for one record on a real server, without waiting: every end in a record is its key's expiry. */
public final class RedisTime {

    private RedisTime() {}

    public static void pass(RedissonClient client, RecordAddress record, Duration time) {
        RBucket<byte[]> key = client.getBucket(record.text(), ByteArrayCodec.INSTANCE);
        long left = key.remainTimeToLive() - time.toMillis();
        if (left > 0) {
            key.expire(Duration.ofMillis(left));
        } else {
            key.delete();
        }
    }
}
