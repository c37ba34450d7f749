/**
 * What travels: immutable records with builders, open enums that keep values this version does not know, and sealed
 * unions with an {@code Unrecognized} variant. All of it is safe to share between threads.
 */
@NullMarked
package io.kraty.api.model;

import org.jspecify.annotations.NullMarked;
