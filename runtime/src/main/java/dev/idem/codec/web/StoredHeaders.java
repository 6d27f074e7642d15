package dev.idem.codec.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;

/**
 * The headers of a response that are recorded: those that say what the answer is (its type, language, version and place)
 * or what the client does next. All others belong to the one exchange that they were sent in: cookies and challenges are
 * the first caller's alone, and lengths, dates, connections and cross-origin permissions are set again for each response.
 */
final class StoredHeaders {

    private static final List<String> NAMES = List.of(
            HttpHeaders.CACHE_CONTROL,
            HttpHeaders.CONTENT_DISPOSITION,
            HttpHeaders.CONTENT_LANGUAGE,
            HttpHeaders.CONTENT_LOCATION,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.ETAG,
            HttpHeaders.EXPIRES,
            HttpHeaders.LAST_MODIFIED,
            HttpHeaders.LINK,
            HttpHeaders.LOCATION,
            HttpHeaders.RETRY_AFTER,
            HttpHeaders.VARY);

    private StoredHeaders() {}

    static Map<String, List<String>> of(HttpHeaders headers) {
        Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach(all::put);
        Map<String, List<String>> stored = new LinkedHashMap<>();
        NAMES.forEach(name -> {
            List<String> values = all.getOrDefault(name, List.of());
            if (!values.isEmpty()) {
                stored.put(name, List.copyOf(values));
            }
        });
        return stored;
    }
}
