/** What goes wrong, one type per kind. */
@NullMarked
package io.kraty.sdk.error;

import org.jspecify.annotations.NullMarked;
