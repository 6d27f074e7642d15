/** The health of stores: what is asked, and how Spring Boot 4 shows it. For Spring Boot 3, {@code spring.actuate} does. */
@NullMarked
package dev.idem.spring.health;

import org.jspecify.annotations.NullMarked;
