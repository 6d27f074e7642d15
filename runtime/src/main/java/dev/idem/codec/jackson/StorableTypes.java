package dev.idem.codec.jackson;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.idem.codec.ResultCodecException;
import dev.idem.codec.ResultType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells, before a value is written or read, whether all values of a declared type would come back as they went. */
final class StorableTypes {

    private static final Set<Class<?>> SCALARS = Stream.concat(
                    Stream.of(
                            boolean.class,
                            Boolean.class,
                            byte.class,
                            Byte.class,
                            short.class,
                            Short.class,
                            int.class,
                            Integer.class,
                            long.class,
                            Long.class,
                            float.class,
                            Float.class,
                            double.class,
                            Double.class,
                            char.class,
                            Character.class,
                            String.class,
                            BigInteger.class,
                            BigDecimal.class,
                            Void.class),
                    TextForm.ALL.stream().map(TextForm::type))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<Class<?>> KEYS =
            Set.of(String.class, java.util.UUID.class, Byte.class, Short.class, Integer.class, Long.class);
    private static final Set<Class<?>> CONTAINERS =
            Set.of(Optional.class, List.class, ArrayList.class, Set.class, HashSet.class, LinkedHashSet.class);
    private static final Set<Class<?>> MAPS = Set.of(Map.class, HashMap.class, LinkedHashMap.class);

    private final TypeFactory types;
    private final ResultType declared;
    private final Set<JavaType> seen = new HashSet<>();

    StorableTypes(TypeFactory types, ResultType declared) {
        this.types = types;
        this.declared = declared;
    }

    /** Refuses a type that JSON does not bring back. */
    void require(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (SCALARS.contains(raw) || raw.isEnum() || !seen.add(type)) {
            return;
        }
        if (type.isArrayType()) {
            require(type.getContentType());
        } else if (CONTAINERS.contains(raw)) {
            require(type.containedTypeOrUnknown(0));
        } else if (MAPS.contains(raw)) {
            requireKey(type.getKeyType());
            require(type.getContentType());
        } else if (raw.isSealed()) {
            requireSubtypes(type);
        } else {
            requireObject(type);
        }
    }

    private void requireSubtypes(JavaType type) {
        Map<String, Class<?>> subtypes = SubtypeNames.of(declared).of(type.getRawClass());
        if (subtypes.isEmpty()) {
            throw refused(type.getRawClass().getTypeName() + ", a sealed type whose subtypes have no names");
        }
        subtypes.values().stream()
                .filter(subtype -> !subtype.isEnum())
                .flatMap(subtype -> specialized(type, subtype).stream())
                .forEach(this::requireObject);
    }

    /** Empty for a subtype whose type arguments contradict those of the type: it has no value here. */
    private Optional<JavaType> specialized(JavaType type, Class<?> subtype) {
        try {
            return Optional.of(types.constructSpecializedType(type, subtype));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void requireKey(JavaType key) {
        if (!KEYS.contains(key.getRawClass()) && !key.isEnumType()) {
            throw refused("a map with keys of " + key.getRawClass().getTypeName());
        }
    }

    private void requireObject(JavaType type) {
        Class<?> raw = type.getRawClass();
        List<Field> fields = new ArrayList<>();
        if (!raw.isRecord()) {
            requireClass(raw);
        }
        for (JavaType level = type; level != null; level = level.getSuperClass()) {
            for (Field field : instanceFields(level.getRawClass())) {
                fields.add(field);
                require(types.resolveMemberType(field.getGenericType(), level.getBindings()));
            }
        }
        if (!raw.isRecord()) {
            requireDistinct(raw, fields);
        }
    }

    private void requireClass(Class<?> raw) {
        if (raw.getName().startsWith("java.") || Modifier.isAbstract(raw.getModifiers()) || raw.isPrimitive()) {
            throw refused(raw.getTypeName());
        }
        if (Arrays.stream(raw.getDeclaredConstructors()).noneMatch(made -> made.getParameterCount() == 0)) {
            throw refused(raw.getTypeName() + ", which has no constructor without arguments");
        }
    }

    private void requireDistinct(Class<?> raw, List<Field> fields) {
        if (fields.isEmpty()) {
            throw refused(raw.getTypeName() + ", which has no fields");
        }
        if (fields.stream().map(Field::getName).distinct().count() < fields.size()) {
            throw refused(raw.getTypeName() + ", which has two fields of one name");
        }
        if (fields.stream().anyMatch(field -> Modifier.isTransient(field.getModifiers()))) {
            throw refused(raw.getTypeName() + ", which has a transient field");
        }
    }

    private static List<Field> instanceFields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .toList();
    }

    private ResultCodecException refused(String what) {
        return new ResultCodecException(
                "A result of type " + declared + " cannot be recorded: it holds " + what
                        + ", which JSON would not bring back as it was. Return a record of plain values.",
                null);
    }
}
