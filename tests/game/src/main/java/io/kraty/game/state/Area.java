package io.kraty.game.state;

import io.kraty.game.online.Problem;
import io.kraty.sdk.Kraty;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One part of the game: its state, and what a player can do there. */
abstract class Area {
    final Game game;

    Area(Game game) {
        this.game = game;
    }

    /** Somebody plays: reads what belongs to them. Also called again when the network is back. */
    abstract void begin();

    /** They do not play any more: forgets what belongs to them. */
    abstract void end();

    /** A frame. */
    void tick(float seconds) {}

    final Kraty kraty() {
        return game.online().kraty();
    }

    final void changed() {
        game.changed();
    }

    /** Asks, and shows a problem in passing. */
    final <T extends @Nullable Object> CompletableFuture<T> ask(
            Function<Kraty, ? extends T> question, Consumer<? super T> then) {
        return ask(question, then, game::tell);
    }

    final <T extends @Nullable Object> CompletableFuture<T> ask(
            Function<Kraty, ? extends T> question, Consumer<? super T> then, Consumer<Problem> otherwise) {
        return game.online()
                .ask(
                        question,
                        answer -> {
                            then.accept(answer);
                            changed();
                        },
                        problem -> {
                            game.met(problem);
                            otherwise.accept(problem);
                            changed();
                        });
    }
}
