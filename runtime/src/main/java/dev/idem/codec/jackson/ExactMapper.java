package dev.idem.codec.jackson;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;

/** Makes the mapper: fields only, declared types only, and nothing read that it would not have written. */
final class ExactMapper {

    private ExactMapper() {}

    /** A mapper that reads lists, sets and maps that cannot be changed. */
    static JsonMapper createUnmodifiable() {
        return builder().addModule(new UnmodifiableCollections()).build();
    }

    static JsonMapper create() {
        return builder().build();
    }

    private static JsonMapper.Builder builder() {
        return JsonMapper.builder(factory())
                .disable(MapperFeature.USE_ANNOTATIONS)
                .enable(MapperFeature.USE_STATIC_TYPING)
                .visibility(PropertyAccessor.ALL, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .enable(
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .withCoercionConfigDefaults(ExactMapper::refuseAll)
                .withCoercionConfig(BigDecimal.class, ExactMapper::allowIntegers)
                .addModule(new ExactModule());
    }

    private static void refuseAll(MutableCoercionConfig coercions) {
        for (CoercionInputShape shape : CoercionInputShape.values()) {
            coercions.setCoercion(shape, CoercionAction.Fail);
        }
    }

    /** A decimal of scale zero is written without a point. */
    private static void allowIntegers(MutableCoercionConfig coercions) {
        coercions.setCoercion(CoercionInputShape.Integer, CoercionAction.TryConvert);
    }

    /**
     * Reading has no limits of its own: what was written must be readable, and stores bound the size. Names can be a
     * map's keys, so they are not kept for ever.
     */
    private static JsonFactory factory() {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNameLength(Integer.MAX_VALUE)
                        .maxNumberLength(Integer.MAX_VALUE)
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }
}
