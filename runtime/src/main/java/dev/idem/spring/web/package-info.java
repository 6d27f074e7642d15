/** Requests of Spring's blocking HTTP clients. */
@NullMarked
package dev.idem.spring.web;

import org.jspecify.annotations.NullMarked;
