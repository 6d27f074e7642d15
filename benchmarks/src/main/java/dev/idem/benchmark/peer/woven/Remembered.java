package dev.idem.benchmark.peer.woven;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks what {@link FloorAspect} advises. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@interface Remembered {}
