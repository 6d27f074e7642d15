/** HTTP: guarded methods of controllers, what clients see of refusals, and requests of Spring's HTTP clients. */
@NullMarked
package dev.idem.spring.web;

import org.jspecify.annotations.NullMarked;
