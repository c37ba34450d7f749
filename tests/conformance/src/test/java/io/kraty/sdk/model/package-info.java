/** The two protocols that must not fail, small enough to be looked at in every state they can be in. */
package io.kraty.sdk.model;
