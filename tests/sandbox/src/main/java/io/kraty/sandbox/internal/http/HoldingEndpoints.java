package io.kraty.sandbox.internal.http;

import io.kraty.api.model.ConsumeResult;
import io.kraty.api.model.DebitResult;
import io.kraty.api.model.Inventory;
import io.kraty.api.model.ProgressWalletResult;
import io.kraty.api.model.Wallet;
import io.kraty.sandbox.ResourceKind;
import io.kraty.sandbox.internal.game.World;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Items and balances.
 *
 * <p>[choice] The replay of a change has the first answer's amount, with {@code applied} false and nothing derived.
 */
final class HoldingEndpoints {
    private final World world;

    HoldingEndpoints(World world) {
        this.world = world;
    }

    Success<?> inventory(Call call) {
        return Success.of(200, Inventory.Adapter.INSTANCE, world.holdings().inventory(call.requirePlayer()));
    }

    Success<?> wallet(Call call) {
        return Success.of(200, Wallet.Adapter.INSTANCE, world.holdings().wallet(call.requirePlayer()));
    }

    Success<?> consume(Call call) {
        Body body = call.requireBody();
        long quantity = body.positive("quantity");
        String reason = reason(body, "consume");
        if (body.idempotencyKey() == null) {
            throw body.invalid("idempotencyKey", "is required");
        }
        String key = call.parameter(0);
        long left = world.holdings().spend(call.requirePlayer(), ResourceKind.ITEM, key, quantity, reason);
        return Success.of(
                200,
                ConsumeResult.Adapter.INSTANCE,
                new ConsumeResult(key, left, true),
                new ConsumeResult(key, left, false));
    }

    Success<?> debit(Call call) {
        Body body = call.requireBody();
        long amount = body.positive("amount");
        String key = call.parameter(0);
        long left =
                world.holdings().spend(call.requirePlayer(), ResourceKind.BALANCE, key, amount, reason(body, "debit"));
        return Success.of(
                200, DebitResult.Adapter.INSTANCE, new DebitResult(key, left, true), new DebitResult(key, left, false));
    }

    Success<?> progress(Call call) {
        Body body = call.requireBody();
        long amount = body.signedAmount("amount");
        String key = call.parameter(0);
        ProgressWalletResult result =
                world.progressions().progress(call.requirePlayer(), key, amount, reason(body, "progress"));
        return Success.of(
                200,
                ProgressWalletResult.Adapter.INSTANCE,
                result,
                new ProgressWalletResult(key, result.balance(), false, List.of()));
    }

    private static String reason(Body body, String fallback) {
        @Nullable String reason = body.text("reason");
        return reason == null ? fallback : reason;
    }
}
