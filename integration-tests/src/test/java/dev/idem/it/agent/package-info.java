/** What holds only where AspectJ's agent weaves at load time. */
@NullMarked
package dev.idem.it.agent;

import org.jspecify.annotations.NullMarked;
