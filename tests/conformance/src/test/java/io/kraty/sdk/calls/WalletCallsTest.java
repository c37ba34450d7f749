package io.kraty.sdk.calls;

import static io.kraty.sdk.calls.Call.ME;
import static io.kraty.sdk.calls.Call.call;
import static io.kraty.sdk.calls.TextCall.text;

import io.kraty.api.model.DebitWalletInput;
import io.kraty.api.model.ProgressWalletInput;
import java.util.List;

class WalletCallsTest extends CallsTest {
    private static final String DEBIT = "POST " + ME + "/wallet/gold/debit";
    private static final String PROGRESS = "POST " + ME + "/wallet/xp/progress";

    @Override
    List<Call> calls() {
        return List.of(
                call("GET " + ME + "/wallet", kraty -> kraty.wallet().list()),
                call(
                        "GET /sdk/v1/players/other/wallet",
                        kraty -> kraty.with(other()).wallet().list()),
                call(
                        DEBIT,
                        "{'amount':5,'idempotencyKey':'key-1'}",
                        kraty -> kraty.wallet().debit("gold", 5)),
                call(
                        "POST /sdk/v1/players/other/wallet/gold/debit",
                        "{'amount':5,'idempotencyKey':'mine'}",
                        kraty -> kraty.with(other().idempotencyKey("mine"))
                                .wallet()
                                .debit("gold", 5)),
                call(
                        DEBIT,
                        "{'amount':5,'reason':'skin','idempotencyKey':'key-1'}",
                        kraty -> kraty.wallet()
                                .debit("gold", debit(5).reason("skin").build())),
                call(
                        "POST /sdk/v1/players/other/wallet/gold/debit",
                        "{'amount':9223372036854775807,'reason':'','idempotencyKey':'in-the-body'}",
                        kraty -> kraty.with(other())
                                .wallet()
                                .debit(
                                        "gold",
                                        debit(Long.MAX_VALUE)
                                                .reason("")
                                                .idempotencyKey("in-the-body")
                                                .build())),
                call(
                        PROGRESS,
                        "{'amount':150,'idempotencyKey':'key-1'}",
                        kraty -> kraty.wallet().progress("xp", 150)),
                call(
                        PROGRESS,
                        "{'amount':-150,'idempotencyKey':'key-1'}",
                        kraty -> kraty.wallet().progress("xp", -150)),
                call(
                        PROGRESS,
                        "{'amount':0,'idempotencyKey':'key-1'}",
                        kraty -> kraty.wallet().progress("xp", 0)),
                call(
                        "POST /sdk/v1/players/other/wallet/xp/progress",
                        "{'amount':1,'idempotencyKey':'mine'}",
                        kraty -> kraty.with(other().idempotencyKey("mine"))
                                .wallet()
                                .progress("xp", 1)),
                call(
                        PROGRESS,
                        "{'amount':-1,'reason':'lost','idempotencyKey':'key-1'}",
                        kraty -> kraty.wallet()
                                .progress("xp", progress(-1).reason("lost").build())),
                call(
                        "POST /sdk/v1/players/other/wallet/xp/progress",
                        "{'amount':-9223372036854775808,'reason':'lost','idempotencyKey':'in-the-body'}",
                        kraty -> kraty.with(other())
                                .wallet()
                                .progress(
                                        "xp",
                                        progress(Long.MIN_VALUE)
                                                .reason("lost")
                                                .idempotencyKey("in-the-body")
                                                .build())));
    }

    @Override
    List<TextCall> texts() {
        String body = "{'amount':1,'reason':'{}','idempotencyKey':'key-1'}";
        return List.of(
                text(
                        "GET /sdk/v1/players/{}/wallet",
                        (kraty, text) -> kraty.with(as(text)).wallet().list()),
                text(
                        "POST /sdk/v1/players/{}/wallet/{}/debit",
                        body,
                        (kraty, text) -> kraty.with(as(text))
                                .wallet()
                                .debit(text, debit(1).reason(text).build())),
                text(
                        DEBIT,
                        body,
                        (kraty, text) -> kraty.wallet()
                                .debit("gold", debit(1).reason(text).build())),
                text(
                        "POST /sdk/v1/players/{}/wallet/{}/progress",
                        body,
                        (kraty, text) -> kraty.with(as(text))
                                .wallet()
                                .progress(text, progress(1).reason(text).build())),
                text(
                        PROGRESS,
                        body,
                        (kraty, text) -> kraty.wallet()
                                .progress("xp", progress(1).reason(text).build())));
    }

    private static DebitWalletInput.Builder debit(long amount) {
        return DebitWalletInput.builder().amount(amount);
    }

    private static ProgressWalletInput.Builder progress(long amount) {
        return ProgressWalletInput.builder().amount(amount);
    }
}
