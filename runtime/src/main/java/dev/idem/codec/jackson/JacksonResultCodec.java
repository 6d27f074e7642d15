package dev.idem.codec.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.idem.codec.ResultCodec;
import dev.idem.codec.ResultCodecException;
import dev.idem.codec.ResultType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes results as JSON by their declared type. The data holds no class names. The mapper is this codec's own: neither
 * the application's settings nor Jackson's annotations change what is recorded.
 *
 * <p>What can be recorded, nested in any way: strings, primitives and their boxes, {@code BigInteger},
 * {@code BigDecimal}, enums, {@code java.time}, {@code Date}, {@code UUID}, {@code URI}, {@code Currency},
 * {@code Locale}, arrays, lists, sets, maps (keys: strings, enums, UUIDs, integers), {@code Optional}, records by their
 * components, and classes by their fields, given a constructor without arguments. Every value must be exactly of its
 * declared class. Values of sealed types have the name of their subtype in {@code @type}, as {@link ResultType#subtypes}
 * gives it. A set and a map come back in the order they had.
 *
 * <p>Reading is strict: a member too many or too few, null for a primitive, a number for a string, or anything after
 * the value is an error.
 */
public final class JacksonResultCodec implements ResultCodec {

    private final JsonMapper mapper;
    private final Map<ResultType, Form> forms = new ConcurrentHashMap<>();

    /** A codec with a mapper of its own. */
    public JacksonResultCodec() {
        this(ExactMapper.create());
    }

    private JacksonResultCodec(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Optional<ResultCodec> sharing() {
        return Optional.of(new JacksonResultCodec(ExactMapper.createUnmodifiable()));
    }

    @Override
    public byte[] encode(Object value, ResultType type) {
        Form form = form(type);
        try {
            return form.writer.writeValueAsBytes(value);
        } catch (IOException | RuntimeException e) {
            throw Failures.writing(type, e);
        }
    }

    @Override
    public Object decode(byte[] bytes, ResultType type) {
        Form form = form(type);
        Object value;
        try (JsonParser json = new ExactNumbers(mapper.createParser(utf8(bytes)))) {
            value = form.reader.readValue(json);
        } catch (IOException | RuntimeException e) {
            throw Failures.reading(type, e);
        }
        if (value == null) {
            throw Failures.readingNull(type);
        }
        return value;
    }

    /** Not left to Jackson, whose parser of bytes guesses the encoding. */
    private static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private Form form(ResultType type) {
        return forms.computeIfAbsent(type, this::check);
    }

    private Form check(ResultType type) {
        try {
            JavaType javaType = mapper.constructType(type.toJavaType());
            new StorableTypes(mapper.getTypeFactory(), type).require(javaType);
            SubtypeNames names = SubtypeNames.of(type);
            return new Form(
                    mapper.writerFor(javaType).withAttribute(SubtypeNames.class, names),
                    mapper.readerFor(javaType).withAttribute(SubtypeNames.class, names));
        } catch (IllegalArgumentException e) {
            throw new ResultCodecException(type + " is not a type that Jackson understands.", e);
        }
    }

    private record Form(ObjectWriter writer, ObjectReader reader) {}
}
