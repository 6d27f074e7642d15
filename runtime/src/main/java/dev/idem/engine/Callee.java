package dev.idem.engine;

/** What is to be answered: one call, or those of many items. */
sealed interface Callee permits Call, ItemCalls {}
