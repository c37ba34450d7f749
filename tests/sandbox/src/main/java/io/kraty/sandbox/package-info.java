/**
 * The platform's client API, played by a server inside the own process, with real state: what is started, spent and won
 * is there on the next read. For developing a game and for testing it, without the backend.
 */
@NullMarked
package io.kraty.sandbox;

import org.jspecify.annotations.NullMarked;
