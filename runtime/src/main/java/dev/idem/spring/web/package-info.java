/** Requests of Spring's HTTP clients. */
@NullMarked
package dev.idem.spring.web;

import org.jspecify.annotations.NullMarked;
