/** Every method of the SDK, one by one: what exactly it sends. */
package io.kraty.sdk.calls;
