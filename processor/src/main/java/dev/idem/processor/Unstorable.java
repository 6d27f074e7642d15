package dev.idem.processor;

/**
 * One part of a result that cannot be stored.
 *
 * @param culprit the part, as the subject of a sentence: {@code it}, or {@code its 'lines[].body' of type InputStream}
 */
record Unstorable(String culprit, UnstorableReason reason) {

    static Unstorable of(String path, String type, UnstorableReason reason) {
        return new Unstorable(path.isEmpty() ? "it" : "its '" + path + "' of type " + type, reason);
    }
}
