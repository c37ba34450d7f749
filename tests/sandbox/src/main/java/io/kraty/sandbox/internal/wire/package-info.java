/**
 * A small HTTP/1.1 server of the sandbox's own. It knows nothing of games. Not API.
 *
 * <p>Why not one that exists:
 *
 * <ul>
 *   <li>The sandbox does to a connection what no well-behaved server does: it resets it for real (a TCP reset), cuts or
 *       stalls an answer in the middle, refuses new connections while open streams go on.
 *   <li>It runs where the JDK's server is missing, on an Android device for one.
 *   <li>It adds no dependency that could clash with those of a test, and needs no system property.
 * </ul>
 *
 * <p>One thread per connection that is being read from. A connection that has become a stream gives its thread back, so
 * idle streams cost none.
 *
 * <p>[choice] Answers carry no {@code Date}: the same requests get the same bytes.
 */
@NullMarked
package io.kraty.sandbox.internal.wire;

import org.jspecify.annotations.NullMarked;
