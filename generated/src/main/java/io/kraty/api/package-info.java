/**
 * The endpoints of the platform, one class per area. A method describes one request as an immutable value; sending it is
 * the business of whoever holds the description.
 */
@NullMarked
package io.kraty.api;

import org.jspecify.annotations.NullMarked;
