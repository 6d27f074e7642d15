package dev.idem.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The number file published beside RFC 8785, made anew: its first lines have the published digests. */
final class PublishedNumbersTest {

    @ParameterizedTest
    @ValueSource(ints = {1_000, 10_000, 100_000, 1_000_000})
    void file_ofUpToAMillionLines_hasThePublishedDigest(int lines) {
        assertThat(digest(lines)).isEqualTo(published(lines));
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000_000, 100_000_000})
    @EnabledIfSystemProperty(named = "idem.long", matches = "true")
    void file_ofMoreLines_hasThePublishedDigest(int lines) {
        assertThat(digest(lines)).isEqualTo(published(lines));
    }

    private static String published(int lines) {
        return Vectors.json("rfc8785_text.json")
                .get("es6_number_file")
                .get("lines_sha256")
                .get(Integer.toString(lines))
                .textValue();
    }

    private static String digest(int lines) {
        MessageDigest digest = Digests.sha256();
        Numbers numbers = new Numbers();
        for (int i = 0; i < lines; i++) {
            digest.update(line(numbers.getAsDouble()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] line(double value) {
        CanonicalText text = new CanonicalText();
        text.ascii(Long.toHexString(Double.doubleToRawLongBits(value)));
        text.ascii(',');
        EcmaScriptNumber.write(value, text);
        text.ascii('\n');
        return text.toBytes();
    }

    /**
     * The numbers of the file: chosen ones, then 2,000 from the smallest normal double on, then the finite ones among the
     * digests of a chain that begins with 32 zero bytes, four in each, the lowest byte first.
     */
    private static final class Numbers implements DoubleSupplier {

        private static final long SMALLEST_NORMAL = 0x0010_0000_0000_0000L;
        private static final int SERIAL = 2_000;

        private final List<Long> first = Vectors.lines("es6_numbers_1000.csv").stream()
                .map(line -> Long.parseUnsignedLong(line.substring(0, line.indexOf(',')), 16))
                .toList();
        private final int chosen = first.size() - 1 - (int) (first.get(first.size() - 1) - SMALLEST_NORMAL);
        private byte[] block = new byte[32];
        private int offset = block.length;
        private int index = -1;

        @Override
        public double getAsDouble() {
            index++;
            if (index < chosen) {
                return Double.longBitsToDouble(first.get(index));
            }
            return index < chosen + SERIAL ? Double.longBitsToDouble(SMALLEST_NORMAL + index - chosen) : nextFinite();
        }

        private double nextFinite() {
            double value = nextOfChain();
            while (value == 0 || !Double.isFinite(value)) {
                value = nextOfChain();
            }
            return value;
        }

        private double nextOfChain() {
            if (offset == block.length) {
                block = Digests.sha256().digest(block);
                offset = 0;
            }
            long bits = 0;
            for (int i = Long.BYTES - 1; i >= 0; i--) {
                bits = (bits << Byte.SIZE) | (block[offset + i] & 0xFF);
            }
            offset += Long.BYTES;
            return Double.longBitsToDouble(bits);
        }
    }
}
