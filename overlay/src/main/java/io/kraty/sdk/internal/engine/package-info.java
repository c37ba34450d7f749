/** What one SDK instance is made of, and what is closed together. Not API. */
@NullMarked
package io.kraty.sdk.internal.engine;

import org.jspecify.annotations.NullMarked;
