package io.kraty.sample;

import io.kraty.api.model.Grant;
import io.kraty.api.model.GrantKind;
import io.kraty.api.model.OpenCrateResponse;
import io.kraty.sdk.CollectAllResult;
import io.kraty.sdk.GrantsClient;
import java.util.List;

/** Crates and rewards: one by one, for a screen that unwraps each, and all at once. */
final class RewardsChapter implements Chapter {
    private static final int MOST_ROUNDS = 5;

    @Override
    public String title() {
        return "Rewards";
    }

    @Override
    public void play(Session session) {
        Screen screen = session.screen();
        session.step("See what waits", () -> {
            List<Grant> pending = session.kraty().grants().listPending();
            pending.forEach(grant ->
                    screen.line(grant.kind().value() + ": " + session.names().of(grant)));
        });
        session.step("Open a crate by hand", () -> {
            GrantsClient grants = session.kraty().grants();
            Grant crate = first(grants.listPending(50), GrantKind.CRATE);
            OpenCrateResponse opened = grants.open(crate.id());
            screen.line(session.names().of(crate) + " holds " + session.names().of(opened.contents()));
            grants.claim(opened.contents().id()); // what was inside waits to be claimed
        });
        session.step("Claim a reward by hand", () -> {
            GrantsClient grants = session.kraty().grants();
            Grant reward = first(grants.listPending(), GrantKind.REWARD);
            Grant claimed = grants.claim(reward.id());
            screen.line(session.names().of(claimed) + ": " + claimed.status().value());
        });
        session.step("Collect all the rest", () -> collectAll(session));
    }

    /** Crates may hold more crates, so this goes on until nothing waits. */
    private static void collectAll(Session session) {
        Names names = session.names();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            CollectAllResult result = session.kraty().grants().collectAll();
            if (result.processed() == 0) {
                return;
            }
            result.opened().forEach(opened -> session.screen().line("opened " + names.of(opened.crate())));
            if (!result.claimed().isEmpty()) {
                session.screen().line("claimed " + names.ofGrants(result.claimed()));
            }
            if (result.hasFailures()) {
                CollectAllResult.Failure failure = result.failures().get(0); // it still waits: offer to try again
                throw new Steps.Failed(names.of(failure.grant()) + ": " + failure.error());
            }
        }
    }

    private static Grant first(List<Grant> grants, GrantKind kind) {
        return grants.stream()
                .filter(grant -> grant.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Steps.Skipped("no " + kind.value() + " is waiting"));
    }
}
