/**
 * What travels: immutable records with builders, open enums that keep values this version does not know, and sealed
 * unions with an {@code Unrecognized} variant. All of it is safe to share between threads.
 *
 * <h2>What an answer may do</h2>
 *
 * <p>Fields that this version does not know are skipped; a field that is absent and one that is null are the same. One odd
 * value loses as little as possible:
 *
 * <ul>
 *   <li>A field that is optional or may be null, and that cannot be read (a text where a number belongs, a number beyond
 *       its range, something that is no timestamp, an object without what it must have), counts as absent.
 *   <li>An element of a list or a map that cannot be read is left out. The others stay, in their order.
 *   <li>A field that is required, may not be null and cannot be read makes the object around it unreadable, to which the
 *       same applies in turn: a list of events goes on without that event. Only where nothing around it may be missing, the
 *       whole answer is an error; it names the place.
 * </ul>
 *
 * <p>What is lost that way is reported by one warning per field and process, to the logger {@code io.kraty.api.reading}; it
 * names the field ({@code EventListing.startsAt}, {@code EventListEnvelope.data[]}) and never says a value. No value is
 * bent to fit, except that a number may stand in quotes, a text without them, and a whole number as {@code 7.0}.
 *
 * <p>A text that is not proper JSON, or that ends too early, is an error of the whole answer.
 */
@NullMarked
package io.kraty.api.model;

import org.jspecify.annotations.NullMarked;
