/** Texts that go somewhere particular. Not API. */
@NullMarked
package io.kraty.sdk.internal.text;

import org.jspecify.annotations.NullMarked;
