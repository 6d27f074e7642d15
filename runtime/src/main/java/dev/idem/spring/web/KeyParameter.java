package dev.idem.spring.web;

/**
 * The parameter of a controller's method that takes the client's key.
 *
 * @param header the name of the header that it is taken from
 * @param required whether a request without it is refused
 */
record KeyParameter(String header, boolean required) {}
