package dev.idem.spring.redisson;

import dev.idem.spring.IdempotencySetupException;
import dev.idem.spring.redisson.RedisLocation.Login;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An address as users write it: {@code redis://host:6379}, {@code rediss://user:password@host/2}, or
 * {@code host:6379}.
 *
 * @param server scheme, host and port
 * @param database the number of the database
 * @param login what stands before the host
 */
record RedisAddress(String server, int database, Login login) {

    private static final int USUAL_PORT = 6379;

    /**
     * Reads an address.
     *
     * @param property the property that holds it
     * @throws IdempotencySetupException if it is none
     */
    static RedisAddress parse(String property, String text) {
        try {
            URI uri = new URI(text.contains("://") ? text : "redis://" + text);
            if (!"redis".equals(uri.getScheme()) && !"rediss".equals(uri.getScheme())) {
                throw malformed(property, text, "the scheme is neither redis nor rediss");
            }
            if (uri.getHost() == null) {
                throw malformed(property, text, "it names no host");
            }
            int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
            return new RedisAddress(
                    uri.getScheme() + "://" + uri.getHost() + ":" + port,
                    database(property, text, uri.getPath()),
                    login(uri.getRawUserInfo()));
        } catch (URISyntaxException e) {
            throw malformed(property, text, e.getReason());
        }
    }

    private static int database(String property, String text, String path) {
        if (path.isEmpty() || path.equals("/")) {
            return 0;
        }
        try {
            return Integer.parseUnsignedInt(path.substring(1));
        } catch (NumberFormatException e) {
            throw malformed(property, text, "'" + path.substring(1) + "' is not the number of a database");
        }
    }

    private static Login login(@Nullable String userInfo) {
        if (userInfo == null) {
            return Login.NONE;
        }
        int colon = userInfo.indexOf(':');
        String username = colon < 0 ? "" : decode(userInfo.substring(0, colon));
        return new Login(username.isEmpty() ? null : username, decode(userInfo.substring(colon + 1)));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static IdempotencySetupException malformed(String property, String text, String reason) {
        return new IdempotencySetupException(
                "'" + withoutLogin(text) + "' in " + property + " is not the address of a Redis server: " + reason
                        + ".",
                "Write redis://host:6379, or rediss://host:6379 for TLS, with user:password@ before the host where the"
                        + " server wants them.");
    }

    private static String withoutLogin(String text) {
        return text.replaceAll("(://|^)[^/]*@", "$1…@");
    }
}
