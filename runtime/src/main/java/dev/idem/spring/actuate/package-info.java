/** The Actuator endpoint and the health of stores, where Spring Boot's Actuator is on the class path; for the health in Spring Boot 4 see {@code spring.health}. */
@NullMarked
package dev.idem.spring.actuate;

import org.jspecify.annotations.NullMarked;
