/** What the tests of all modules share: real Redis servers. */
@org.jspecify.annotations.NullMarked
package dev.idem.testing;
