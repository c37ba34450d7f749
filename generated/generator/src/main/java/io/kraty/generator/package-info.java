/** The stock Java generator, and what its templates cannot find out by themselves. Knows no API in particular. */
@NullMarked
package io.kraty.generator;

import org.jspecify.annotations.NullMarked;
