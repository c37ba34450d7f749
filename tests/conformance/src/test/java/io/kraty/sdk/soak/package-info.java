/** Many players do everything at random under trouble, and at the end the books have to be right. */
package io.kraty.sdk.soak;
