package io.kraty.sandbox.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which player a {@link io.kraty.sdk.Kraty} parameter plays as. Everybody of one name in a test shares a client.
 *
 * @since 0.1.0
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface PlayAs {
    /** The external id of the player: one of the game file's, one that is registered, or a new one. */
    String value();
}
