/**
 * The sandbox in JUnit Jupiter tests, version 5.9 and later. Needs {@code io.kraty:kraty-sdk} and JUnit Jupiter on the
 * test class path, which the sandbox itself does not bring along.
 *
 * <pre>{@code
 * @ExtendWith(KratySandboxExtension.class)
 * class ShopTest {
 *     @Test
 *     void potion_isPaidOnce(KratySandbox sandbox, @PlayAs("ana") Kraty ana) {
 *         sandbox.credit("ana", "gold", 100);
 *         new Shop(ana).buyPotion();
 *         assertEquals(1, sandbox.ledger().stream().filter(entry -> entry.delta() < 0).count());
 *     }
 * }
 * }</pre>
 */
@NullMarked
package io.kraty.sandbox.junit;

import org.jspecify.annotations.NullMarked;
