package io.kraty.game.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.game.Scratch;
import io.kraty.game.round.Careful;
import io.kraty.game.round.Round;
import io.kraty.game.screen.Sparkfall;
import io.kraty.game.state.Quest;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A minute of play on a terrible network: the thread that draws never waits for any of it. */
@Tag("window")
class TroubledMinuteWindowTest {
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final Path files = Scratch.directory();

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void noFrameWaits() throws Exception {
        Player player = new Player();
        ScheduledExecutorService drops = Executors.newSingleThreadScheduledExecutor();
        StackSampler sampler = new StackSampler(Thread.currentThread());
        try (KratySandbox sandbox = Windows.sandbox()) {
            sandbox.addTrouble(
                    Trouble.on("*")
                            .probability(0.3)
                            .effect(Trouble.Effect.status(503))
                            .build(),
                    Trouble.on("*")
                            .probability(0.1)
                            .delay(Duration.ofSeconds(5))
                            .build());
            drops.scheduleAtFixedRate(sandbox::dropStreams, 3, 3, TimeUnit.SECONDS);
            Windows.play(sandbox, files, Locale.ENGLISH, 1024, 640, player.script);
            sampler.stop();

            System.out.printf(
                    Locale.ROOT,
                    "a troubled minute: %d frames, %d looks at the thread that draws, %d waits; longest frame %.1f ms, 99 %% within %.1f ms; %d requests%n",
                    player.script.frames,
                    sampler.samples(),
                    sampler.waits().size(),
                    player.longest,
                    player.usual,
                    sandbox.requests().size());
            assertEquals(List.of(), sampler.waits());
            assertEquals(List.of(), player.script.faults());
            assertTrue(player.rounds > 0, "no round was played");
            assertTrue(sampler.samples() > 1000, "only looked " + sampler.samples() + " times");
        } finally {
            drops.shutdownNow();
        }
    }

    /** Somebody who plays whatever can be played, and looks at everything in between. */
    private static final class Player {
        private final Script script = new Script(Windows.PICTURES, "-trouble") {
            @Override
            public void drawn(Sparkfall sparkfall) {
                longest = sparkfall.frames().worst();
                usual = sparkfall.frames().usual();
                play(sparkfall);
                super.drawn(sparkfall);
            }
        };
        private final String[] places = {"BOARDS", "BAG", "FRIENDS", "SHOP", "PROFILE", "PLAY"};
        private final long began = System.nanoTime();
        private int place;
        private int rounds;
        private double longest;
        private double usual;

        Player() {
            script.until("a minute", () -> System.nanoTime() - began > MINUTE).look("after-a-minute");
        }

        private void play(Sparkfall sparkfall) {
            Quest quest = script.game().quest();
            Round round = quest.round();
            if (quest.isPlaying() && round != null) {
                Careful.steer(round);
                if (round.timeLeft() < round.length() - 8) {
                    quest.stop(); // so that there are several
                    rounds++;
                }
            } else if (script.frames % 90 == 0) {
                step(sparkfall, quest);
            }
        }

        private void step(Sparkfall sparkfall, Quest quest) {
            if (quest.phase() == Quest.Phase.RESULT || quest.phase() == Quest.Phase.REFUSED) {
                quest.leave();
            } else if (quest.phase() == Quest.Phase.NONE) {
                script.game().bag().takeAll();
                sparkfall.go(places[place++ % places.length]);
                if (place % 3 == 0) {
                    script.game().events().cards().stream()
                            .filter(card -> card.lock(script.game().bag()) == null)
                            .skip(place / 3 % 2)
                            .findFirst()
                            .ifPresent(quest::enter);
                }
            }
        }
    }
}
