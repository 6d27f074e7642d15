package dev.idem.engine;

import dev.idem.codec.ResultCodecException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The encoded items of a stream as bytes: each with its length before it (4 bytes). */
final class ItemsForm {

    private ItemsForm() {}

    static byte[] join(List<byte[]> items) {
        int size = items.stream().mapToInt(item -> Integer.BYTES + item.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(size);
        items.forEach(item -> bytes.putInt(item.length).put(item));
        return bytes.array();
    }

    /**
     * The items again.
     *
     * @throws ResultCodecException if the bytes are not all that {@link #join} made
     */
    static List<byte[]> split(ByteBuffer bytes) {
        List<byte[]> items = new ArrayList<>();
        while (bytes.hasRemaining()) {
            int length = bytes.remaining() < Integer.BYTES ? -1 : bytes.getInt();
            if (length < 0 || length > bytes.remaining()) {
                throw new ResultCodecException("Item " + items.size() + " is not recorded whole.", null);
            }
            byte[] item = new byte[length];
            bytes.get(item);
            items.add(item);
        }
        return items;
    }
}
