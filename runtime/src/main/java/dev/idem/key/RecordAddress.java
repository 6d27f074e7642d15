package dev.idem.key;

import org.jspecify.annotations.Nullable;

/**
 * Where the record of a call lies. Two calls are the same call exactly when all four parts are equal.
 *
 * @param application the application's name
 * @param tenant the tenant's name; null for calls that have none
 * @param operation the guarded operation's name
 * @param key the derived key, or the client's own
 */
public record RecordAddress(String application, @Nullable String tenant, String operation, String key) {

    private static final String NO_TENANT = "-";
    private static final String TENANT_NAMED_LIKE_NONE = "%2D";

    /**
     * {@code idem:<application>:<tenant>:<operation>:<key>}, each part percent-encoded, so that no part can forge
     * another one or a cluster's hash tag. Different addresses have different texts.
     *
     * @throws dev.idem.IdempotencyKeyException if a part holds a lone surrogate, which has no encoding
     */
    public String text() {
        return prefix(application)
                + tenantText()
                + ':'
                + PercentEncoding.encode(operation)
                + ':'
                + PercentEncoding.encode(key);
    }

    /** What the texts of all addresses of one application begin with: {@code idem:<application>:}. */
    public static String prefix(String application) {
        return "idem:" + PercentEncoding.encode(application) + ':';
    }

    private String tenantText() {
        if (tenant == null) {
            return NO_TENANT;
        }
        return tenant.equals(NO_TENANT) ? TENANT_NAMED_LIKE_NONE : PercentEncoding.encode(tenant);
    }
}
