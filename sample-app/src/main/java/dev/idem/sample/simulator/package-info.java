/**
 * A stand-in for the vendor's Messages API: a real HTTP server on loopback that the official client cannot tell from
 * the original, that fails as planned, and that keeps the books.
 */
@NullMarked
package dev.idem.sample.simulator;

import org.jspecify.annotations.NullMarked;
