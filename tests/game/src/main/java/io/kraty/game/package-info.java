/**
 * Sparkfall, a small game on libGDX that uses all of the Kraty SDK.
 *
 * <p>{@code state} is the game without a window: what is so, and what a player can do about it; it knows neither libGDX nor
 * HTTP. {@code online} is the one place that talks to the SDK. {@code round} is what is played. {@code ui} is what things look
 * like, {@code screen} shows the state with it, {@code debug} shows every call, and {@code desktop} opens the window.
 */
@NullMarked
package io.kraty.game;

import org.jspecify.annotations.NullMarked;
