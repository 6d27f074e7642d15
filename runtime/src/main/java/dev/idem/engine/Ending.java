package dev.idem.engine;

import dev.idem.store.Payload;

/**
 * What a run ended with.
 *
 * @param recorded whether it is the answer of all duplicates; else of those who wait for it already
 */
record Ending(Payload payload, boolean recorded) {}
