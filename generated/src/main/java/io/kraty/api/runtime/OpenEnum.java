package io.kraty.api.runtime;

/**
 * A text with known values that may also carry one this version does not know.
 *
 * @since 0.1.0
 */
public interface OpenEnum {
    /** The text on the wire. */
    String value();
}
