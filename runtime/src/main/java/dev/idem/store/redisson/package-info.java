/** The shared store on Redis, through Redisson: one Lua script per verb. */
@NullMarked
package dev.idem.store.redisson;

import org.jspecify.annotations.NullMarked;
