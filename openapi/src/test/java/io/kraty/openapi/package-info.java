/**
 * What a change of the description breaks, and whom: {@link io.kraty.openapi.Compatibility} compares two descriptions from the
 * viewpoint of a client that was made from the older one.
 */
package io.kraty.openapi;
