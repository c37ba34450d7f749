package io.kraty.game.state;

import io.kraty.api.model.Grant;
import io.kraty.api.model.GrantCreated;
import io.kraty.api.model.GrantKind;
import io.kraty.api.model.GrantStatus;
import io.kraty.api.model.InventoryEvent;
import io.kraty.api.model.OpenCrateResponse;
import io.kraty.game.online.Problem;
import io.kraty.sdk.CollectAllResult;
import io.kraty.sdk.CollectOptions;
import io.kraty.sdk.CollectProgress;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.live.GrantPoller;
import io.kraty.sdk.live.Holdings;
import io.kraty.sdk.live.HoldingsListener;
import io.kraty.sdk.live.HoldingsWatch;
import io.kraty.sdk.live.PollPendingGrantsOptions;
import io.kraty.sdk.live.SubscriptionState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the player has, and what waits to be collected. */
public final class Bag extends Area {
    private Names names = Names.NONE;
    private @Nullable HoldingsWatch watch;
    private @Nullable GrantPoller poller;
    private List<Grant> pending = List.of();
    private @Nullable CollectProgress collecting;
    // What was read before may still hold them.
    private final Set<String> taking = new HashSet<>();
    private final Queue<Reveal> reveals = new ArrayDeque<>();

    Bag(Game game) {
        super(game);
    }

    /** What came out of a crate, for the screen to show. */
    public record Reveal(String crate, List<Reward> rewards) {}

    @Override
    void begin() {
        ask(kraty -> kraty.catalog().read(), catalog -> names = Names.of(catalog), game::met);
        if (watch == null) {
            watch = kraty().inventory().watch(new HoldingsListener() {
                @Override
                public void onEvent(InventoryEvent event) {
                    if (event instanceof GrantCreated) {
                        readPending();
                    }
                }

                @Override
                public void onHoldings(Holdings holdings) {
                    changed();
                }

                @Override
                public void onState(SubscriptionState state) {
                    changed();
                }
            });
        }
        if (poller == null || !poller.isRunning()) {
            poller = kraty().pollPendingGrants(PollPendingGrantsOptions.builder()
                    .start(Duration.ofSeconds(5))
                    .max(Duration.ofSeconds(30))
                    .onBatch(this::waiting)
                    .build());
        }
        readPending();
    }

    @Override
    void end() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
        if (poller != null) {
            poller.close();
            poller = null;
        }
        pending = List.of();
        collecting = null;
        taking.clear();
        reveals.clear();
    }

    private void readPending() {
        ask(kraty -> kraty.grants().listPending(100), this::waiting, game::met);
    }

    private void waiting(List<Grant> grants) {
        pending = grants.stream().filter(grant -> !taking.contains(grant.id())).toList();
        changed();
    }

    /** How much the player has of an item or a currency. */
    public long amount(String key) {
        if (watch == null) {
            return 0;
        }
        Holdings holdings = watch.holdings();
        if (holdings.balances().containsKey(key)) {
            return holdings.balances().get(key).balance();
        }
        return holdings.items().containsKey(key) ? holdings.items().get(key).quantity() : 0;
    }

    /** The items of which there are any, by key. */
    public Map<String, Long> items() {
        Map<String, Long> items = new TreeMap<>();
        if (watch != null) {
            watch.items().values().forEach(item -> items.put(item.itemKey(), item.quantity()));
        }
        items.values().removeIf(quantity -> quantity <= 0);
        return items;
    }

    /** The balances, by key: money and what is only ever reached. */
    public Map<String, Long> balances() {
        Map<String, Long> balances = new TreeMap<>();
        if (watch != null) {
            watch.balances().values().forEach(one -> balances.put(one.economyKey(), one.balance()));
        }
        return balances;
    }

    /** Whether the balances are what the platform has, or what it had when it could last be reached. */
    public boolean isCurrent() {
        return watch != null && watch.state() instanceof SubscriptionState.Live;
    }

    public Names names() {
        return names;
    }

    /** What waits to be collected, oldest first. */
    public List<Grant> pending() {
        return pending;
    }

    /** What is in a grant: a crate, or its rewards. */
    public static List<Reward> inside(Grant grant) {
        return Reward.all(grant);
    }

    public static boolean isCrate(Grant grant) {
        return GrantKind.CRATE.equals(grant.kind());
    }

    /** Takes one reward, or opens one crate. */
    public void take(Grant grant) {
        taking.add(grant.id());
        forget(List.of(grant));
        if (isCrate(grant)) {
            String crate = String.valueOf(grant.contents().crateItemKey());
            ask(
                    kraty -> openAndClaim(kraty, grant.id()),
                    opened -> {
                        reveals.add(new Reveal(crate, Reward.all(opened.contents())));
                        readPending();
                    },
                    problem -> restore(problem, grant));
        } else {
            ask(kraty -> kraty.grants().claim(grant.id()), this::taken, problem -> restore(problem, grant));
        }
    }

    private static OpenCrateResponse openAndClaim(Kraty kraty, String grantId) {
        OpenCrateResponse opened = kraty.grants().open(grantId);
        if (GrantStatus.PENDING.equals(opened.contents().status())) {
            kraty.grants().claim(opened.contents().id());
        }
        return opened;
    }

    private void taken(Grant grant) {
        game.say(new Notice(Notice.Tone.GOOD, "bag.taken", List.of(), Reward.all(grant)));
    }

    private void restore(Problem problem, Grant grant) {
        taking.remove(grant.id());
        List<Grant> all = new ArrayList<>(pending);
        all.add(grant);
        pending = all;
        game.tell(problem);
    }

    private void forget(List<Grant> grants) {
        List<Grant> rest = new ArrayList<>(pending);
        rest.removeAll(grants);
        pending = rest;
        changed();
    }

    /** Takes everything, also what the crates hold. */
    public void takeAll() {
        if (collecting != null || pending.isEmpty()) {
            return;
        }
        Grant first = pending.get(0);
        collecting = new CollectProgress(0, pending.size(), first, null);
        CollectOptions all = CollectOptions.builder()
                .untilEmpty(true)
                .onProgress(progress -> {
                    collecting = progress;
                    changed();
                })
                .build();
        ask(kraty -> kraty.grants().collectAll(all), this::collected, problem -> {
            collecting = null;
            game.tell(problem);
            readPending();
        });
    }

    private void collected(CollectAllResult result) {
        collecting = null;
        // What crates held is among them, too.
        List<Reward> won = Reward.together(result.claimed().stream()
                .flatMap(grant -> Reward.all(grant).stream())
                .toList());
        if (!won.isEmpty()) {
            List<Object> count = List.of(result.claimed().size());
            game.say(new Notice(Notice.Tone.GOOD, "bag.collected", count, won));
        }
        result.failures().stream()
                .map(failure -> Problem.of(failure.error()))
                .findFirst()
                .ifPresent(problem -> {
                    game.met(problem);
                    game.tell(problem);
                });
        readPending();
    }

    /** How far taking everything is; null while nothing is taken. */
    public @Nullable CollectProgress collecting() {
        return collecting;
    }

    /** The next crate that was opened; null for none. */
    public @Nullable Reveal nextReveal() {
        return reveals.poll();
    }

    /** Uses one of an item up. */
    public void use(String item) {
        ask(
                kraty -> kraty.inventory().consume(item, 1),
                used -> game.say(Notice.Tone.INFO, "bag.used", new Notice.Thing(item), used.quantity()));
    }
}
