package io.kraty.sdk.chaos;

import io.kraty.sandbox.Trouble;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyView;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.live.OutboxResult;
import io.kraty.sdk.request.RequestOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Plays one schedule, and says what was not as it was promised. */
final class Play {
    private static final AtomicLong PLAYS = new AtomicLong();
    private static final long GOLD = 10_000;
    private static final int PATIENCE_SECONDS = 30;

    private final Stage stage;
    private final Schedule schedule;
    // What comes late from the play before must not be taken for this one's.
    private final String serial = "-" + PLAYS.incrementAndGet();
    private final String first = "ann" + serial;
    private final String second = "bob" + serial;
    private final Map<Integer, String> targets = new HashMap<>();
    private final Map<String, Effort> byTag = new ConcurrentHashMap<>();
    private final List<Effort> efforts = new ArrayList<>();
    private final Set<String> funded = new HashSet<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final Device device;
    private String attempt;
    private boolean paused;
    private boolean mayTellTwice;
    private int mayRegister = 1;

    Play(Stage stage, Schedule schedule) {
        this.stage = stage;
        this.schedule = schedule;
        String named = schedule.who() == Schedule.Who.NAMED ? "eve" + serial : null;
        this.device = new Device(stage, schedule, serial, named, this::heard);
    }

    /** What went wrong; empty if all is as promised. */
    List<String> violations() throws InterruptedException {
        stage.sandbox.reset();
        try {
            prepare();
            for (Step step : schedule.steps()) {
                fund();
                happen(step);
            }
            settle();
        } catch (RuntimeException | AssertionError e) { // so that it is shortened like any other
            violations.add("not foreseen: " + e);
        } finally {
            device.kill();
            quiet(); // what comes late must not come to the next one's world
            stage.tally.schedules.increment();
        }
        return List.copyOf(violations);
    }

    private void prepare() {
        for (String player : List.of(first, second)) {
            stage.sandbox.register(player);
        }
        fund();
        for (Step step : schedule.steps()) {
            if (step instanceof Step.Write write) {
                targets.put(write.number(), target(write));
            }
        }
        Kraty kraty = device.launch().kraty();
        if (schedule.who() == Schedule.Who.KNOWN) {
            kraty.signIn(first, secret(first));
        }
    }

    private String target(Step.Write write) {
        return switch (write.op()) {
            case CLAIM -> {
                stage.sandbox.grantCurrency(first, "gems", 1);
                yield lastGrant();
            }
            case OPEN -> {
                stage.sandbox.grantCrate(first, "chest");
                yield lastGrant();
            }
            case PROGRESS -> {
                attempt = attempt == null ? startAttempt(Stage.EVENT) : attempt;
                yield attempt;
            }
            case FINISH -> startAttempt(Stage.event(write.number()));
            case PURCHASE -> "t" + write.number() + serial;
            case DEBIT, SCORE -> "";
        };
    }

    private String lastGrant() {
        var all = stage.sandbox.grantsOf(first);
        Set<String> taken = Set.copyOf(targets.values());
        return all.stream()
                .map(grant -> grant.id())
                .filter(id -> !taken.contains(id))
                .findFirst()
                .orElseThrow();
    }

    private String startAttempt(String event) {
        return stage.as(first).events().start(event).attempt().id();
    }

    /** So that nothing is refused for want of it. */
    private void fund() {
        for (String player : stage.sandbox.players()) {
            if (funded.add(player)) {
                stage.sandbox.credit(player, "gold", GOLD);
            }
        }
    }

    private String secret(String player) {
        return stage.sandbox.secretOf(player).orElseThrow();
    }

    // What happens.

    private void happen(Step step) throws InterruptedException {
        if (step instanceof Step.Write write) {
            write(write);
        } else if (step instanceof Step.Read read) {
            read(read);
        } else if (step instanceof Step.Fault fault) {
            Trouble.Builder trouble =
                    Trouble.on(fault.on()).times(fault.times()).effect(fault.wrong().effect);
            if (fault.wrong() == Step.Wrong.SLOW) {
                trouble.delay(Duration.ofMillis(2)).jitter(Duration.ofMillis(3));
            }
            stage.sandbox.addTrouble(trouble.build());
        } else if (step instanceof Step.Calm) {
            stage.sandbox.clearTrouble();
        } else if (step instanceof Step.Network network) {
            if (network.there()) {
                stage.sandbox.goOnline();
            } else {
                stage.sandbox.goOffline();
            }
        } else if (step instanceof Step.Restart) {
            stage.tally.add("restarts");
            mayTellTwice = true;
            device.close();
            paused = false;
            device.launch();
        } else if (step instanceof Step.Kill) {
            stage.tally.add("kills");
            mayTellTwice = true;
            device.kill();
            paused = false;
            device.launch();
        } else if (step instanceof Step.KillAt kill) {
            stage.tally.add("kills at a store");
            mayTellTwice = true;
            device.newest().dieAt(kill.use(), kill.done());
        } else if (step instanceof Step.Twin) {
            stage.tally.add("twins");
            mayTellTwice = true;
            device.launch();
            paused = false;
        } else if (step instanceof Step.Tick tick) {
            for (int i = 0; i < tick.times(); i++) {
                device.tick();
                Pauses.micros(200);
            }
        } else if (step instanceof Step.Jump jump) {
            device.timing.now(device.timing.now().plus(Duration.ofMinutes(jump.minutes())));
        } else if (step instanceof Step.Hours hours) {
            if (schedule.who() != Schedule.Who.NAMED) { // whose registration would be in doubt for too long
                pass(hours.hours());
            }
        } else if (step instanceof Step.SignIn signIn) {
            String player = signIn.second() ? second : first;
            changePlayer(signIn.stop(), kraty -> kraty.signIn(player, secret(player)));
        } else if (step instanceof Step.Logout logout) {
            if (schedule.who() != Schedule.Who.NAMED) { // whose secret would be lost for good
                changePlayer(logout.stop(), Kraty::logout);
            }
        } else if (step instanceof Step.Pause) {
            device.newest().kraty().pause();
            paused = true;
        } else if (step instanceof Step.Resume) {
            device.resume();
            paused = false;
        }
    }

    private void write(Step.Write step) throws InterruptedException {
        Life life = device.newest();
        Effort effort = new Effort(step, life, serial, targets.getOrDefault(step.number(), ""), digit(efforts.size()));
        efforts.add(effort);
        byTag.put(effort.name(), effort);
        stage.tally.add("writes " + step.door());
        Kraty kraty = life.kraty();
        KratyView view =
                effort.key == null ? kraty : kraty.with(RequestOptions.none().idempotencyKey(effort.key));
        Runnable stop;
        if (step.door() == Step.Door.ASYNC) {
            CompletableFuture<Void> future = async(effort, kraty, view);
            stop = () -> future.cancel(true);
        } else {
            Thread caller = new Thread(() -> effort.run(view), "caller");
            caller.setDaemon(true);
            caller.start();
            stop = caller::interrupt;
        }
        if (step.stop() >= 0) {
            stage.tally.add("writes stopped");
            Pauses.micros(step.stop());
            stop.run();
        }
        if (step.waits() && !paused && !effort.await(PATIENCE_SECONDS)) {
            violations.add("hangs: " + effort);
        }
    }

    private static CompletableFuture<Void> async(Effort effort, Kraty kraty, KratyView view) {
        try {
            CompletableFuture<Void> future = kraty.runAsync(() -> effort.call(view));
            CompletableFuture<Void> unused = future.whenComplete((nothing, failure) -> {
                if (failure == null) {
                    effort.ended(Effort.Told.DONE, null);
                } else {
                    effort.failed(failure);
                }
            });
            return future;
        } catch (IllegalStateException e) { // closed by now
            effort.failed(e);
            return new CompletableFuture<>();
        }
    }

    /** The place of an effort in a sum, with room for three effects beside the one it may have. */
    private static long digit(int place) {
        return 1L << (2 * Math.min(place, 24));
    }

    private void read(Step.Read read) throws InterruptedException {
        Kraty kraty = device.newest().kraty();
        stage.tally.add("reads");
        if (read.async()) {
            CompletableFuture<?> unused = kraty.async(() -> kraty.grants().listPending());
            return;
        }
        Thread reader = new Thread(
                () -> {
                    try {
                        kraty.wallet().list();
                    } catch (KratyException | IllegalStateException e) {
                        stage.tally.add("reads that failed");
                    }
                },
                "reader");
        reader.setDaemon(true);
        reader.start();
        if (read.waits() && !paused) {
            reader.join(PATIENCE_SECONDS * 1000L);
        }
    }

    private void changePlayer(int stop, java.util.function.Consumer<Kraty> change) throws InterruptedException {
        stage.tally.add("changes of players");
        mayRegister++;
        Life life = device.newest();
        Thread changing = new Thread(
                () -> {
                    try {
                        change.accept(life.kraty());
                    } catch (KratyException | IllegalStateException e) {
                        stage.tally.add("changes of players that failed");
                    }
                },
                "changing");
        changing.setDaemon(true);
        changing.start();
        if (stop >= 0) {
            Pauses.micros(stop);
            changing.interrupt();
        }
        changing.join(PATIENCE_SECONDS * 1000L);
        if (changing.isAlive()) {
            violations.add("a change of players hangs");
        }
    }

    /**
     * For the platform, too. No call is under way meanwhile: one that a device sleeps through is another
     * matter.
     */
    private void pass(int hours) throws InterruptedException {
        device.resume();
        paused = false;
        for (Effort effort : efforts) {
            if (!effort.await(PATIENCE_SECONDS)) {
                violations.add("hangs: " + effort);
            }
            effort.isOld = true;
        }
        device.pause(); // no instant of the SDK's may become a day
        quiet();
        stage.tally.add("hours passed");
        mayRegister++; // a registration that was in doubt is begun anew
        Duration time = Duration.ofHours(hours);
        stage.sandbox.clock().advance(time);
        device.timing.advance(time);
        device.resume();
    }

    /** Until nothing is under way any more, also of those who died. */
    private void quiet() throws InterruptedException {
        device.until(device::isStill);
        for (int before = -1, now = stage.sandbox.requests().size(); before != now; ) {
            Pauses.micros(3000);
            before = now;
            now = stage.sandbox.requests().size();
        }
    }

    private void heard(Life life, OutboxResult result) {
        if (life.isDead()) {
            throw new IllegalStateException("nobody is there any more");
        }
        Effort effort = byTag.get(String.valueOf(result.entry().tag()));
        if (effort == null) {
            violations.add("a result of nobody's: " + result);
        } else {
            stage.tally.add("outbox " + result.getClass().getSimpleName());
            effort.results.add(result);
        }
    }

    // The end: all goes well again, everybody comes back once, and the books are closed.

    private void settle() throws InterruptedException {
        stage.sandbox.clearTrouble();
        stage.sandbox.goOnline();
        fund();
        device.resume();
        for (Effort effort : efforts) {
            if (!effort.life.isDead() && !effort.await(PATIENCE_SECONDS)) {
                violations.add("hangs: " + effort);
            }
        }
        device.close();
        device.until(device::isStill);
        new Books(stage, device, efforts, violations, mayTellTwice)
                .close(schedule, attempt, mayRegister, List.of(first, second));
    }
}
