package io.kraty.game.ui;

/** How much a button asks to be pressed. */
public enum Kind {
    PRIMARY,
    SECONDARY,
    QUIET,
    DANGER
}
