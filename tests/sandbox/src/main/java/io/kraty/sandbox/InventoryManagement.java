package io.kraty.sandbox;

/**
 * Who keeps the holdings of the players: a setting of the game.
 *
 * @since 0.1.0
 */
public enum InventoryManagement {
    /** The studio does. Inventories and wallets are always empty here, and changing them is refused. */
    STUDIO,

    /** The platform does. */
    PLATFORM,

    /** The platform does, and clients may grant to their own player. */
    PERMISSIVE
}
