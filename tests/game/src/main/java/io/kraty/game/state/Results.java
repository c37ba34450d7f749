package io.kraty.game.state;

import io.kraty.sdk.live.FinalizationResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How boards ended that the player was on, also those that ended while the game was not running. */
public final class Results extends Area {
    private static final float SECONDS_BETWEEN_LOOKS = 30;

    private final List<FinalizationResult> results = new ArrayList<>();
    private @Nullable Runnable stopListening;
    private float untilLook;

    Results(Game game) {
        super(game);
    }

    @Override
    void begin() {
        if (stopListening == null) {
            stopListening = kraty().onFinalized(this::show);
        }
        look();
    }

    @Override
    void tick(float seconds) {
        untilLook -= seconds;
        if (untilLook <= 0 && !game.isOffline() && !game.quest().isPlaying()) {
            look();
        }
    }

    private void look() {
        untilLook = SECONDS_BETWEEN_LOOKS;
        ask(kraty -> kraty.checkFinalizations().size(), found -> {}, game::met);
    }

    @Override
    void end() {
        if (stopListening != null) {
            stopListening.run();
            stopListening = null;
        }
        results.clear();
    }

    private void show(FinalizationResult result) {
        results.add(result);
        changed();
    }

    /** The result that the player has not seen yet; null if there is none. */
    public @Nullable FinalizationResult next() {
        return results.isEmpty() ? null : results.get(0);
    }

    /** The player has seen it. */
    public void seen(FinalizationResult result) {
        results.remove(result);
        changed();
    }

    /** The player does not care how the board ends that is looked at. */
    public void forget(FinalizationResult result) {
        ask(
                kraty -> {
                    kraty.dismiss(result.ref());
                    return result;
                },
                this::seen);
    }
}
