package dev.idem.faults;

import java.util.Random;

/** What one call asks for. Two requests with one tenant and key and different contents are in conflict. */
record Request(String tenant, String key, String content) {

    private static final int KEYS_IN_USE = 100;
    private static final int CONFLICTS = 2;

    /** A request for a key of the latest few, so that others ask for it too, now and later. */
    static Request random(Random random, long newestKey) {
        int age = random.nextInt(100) < 30 ? random.nextInt(3) : random.nextInt(KEYS_IN_USE);
        return new Request(
                random.nextBoolean() ? "acme" : "zenith",
                "key" + Math.max(0, newestKey - age),
                random.nextInt(100) < CONFLICTS ? "other" : "usual");
    }

    /** Names the record. */
    String address() {
        return tenant + '/' + key;
    }

    /** What the method returns when this call runs it: no other run returns the same. */
    String resultOf(String call) {
        return address() + '/' + content + '#' + call;
    }
}
