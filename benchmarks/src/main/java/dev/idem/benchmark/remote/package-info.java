/** Calls that ask Redis, and callers that wait in another process. */
@NullMarked
package dev.idem.benchmark.remote;

import org.jspecify.annotations.NullMarked;
