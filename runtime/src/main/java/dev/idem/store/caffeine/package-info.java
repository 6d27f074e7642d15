/** What is kept in this process: a whole store, or the copies of outcomes in front of a shared one. */
@NullMarked
package dev.idem.store.caffeine;

import org.jspecify.annotations.NullMarked;
