package dev.idem.codec.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of an HTTP response. Every {@code ResultCodec} is given responses in this form.
 *
 * @param headers the values of each recorded header, by its name
 * @param body null for none
 */
public record StoredResponse<T>(
        int status,
        Map<String, List<String>> headers,
        @Nullable T body) {}
