package dev.idem.spring.redisson;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where Redis is and how to sign in. */
sealed interface RedisLocation {

    /** Who signs in to the servers. */
    Login login();

    /** One server. */
    record Single(String address, int database, Login login) implements RedisLocation {}

    /** A cluster, found through some of its nodes. */
    record Cluster(List<String> addresses, Login login) implements RedisLocation {}

    /** A master that Sentinels watch. */
    record Sentinel(List<String> addresses, String master, int database, Login login, Login sentinelLogin)
            implements RedisLocation {}

    /**
     * Name and password, where the server wants them.
     *
     * @param username null for the server's default user
     */
    record Login(@Nullable String username, @Nullable String password) {

        static final Login NONE = new Login(null, null);

        /** This login, or the other one where nothing is set here. */
        Login or(Login other) {
            return password == null ? other : this;
        }

        /** Without the password, so that no log holds it. */
        @Override
        public String toString() {
            return "Login[" + username + "]";
        }
    }
}
