/**
 * The page at {@code /}: what the gateway does, live, and buttons that put it to the test. It looks at the gateway from
 * outside; nothing in the gateway knows of it.
 */
@NullMarked
package dev.idem.sample.page;

import org.jspecify.annotations.NullMarked;
