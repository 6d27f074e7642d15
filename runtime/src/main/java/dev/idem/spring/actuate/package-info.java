/** The Actuator endpoint and the health of stores, where Spring Boot's Actuator is on the class path. */
@NullMarked
package dev.idem.spring.actuate;

import org.jspecify.annotations.NullMarked;
