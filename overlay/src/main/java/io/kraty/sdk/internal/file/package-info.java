/** Files that several use at the same time. Not API. */
@NullMarked
package io.kraty.sdk.internal.file;

import org.jspecify.annotations.NullMarked;
