package io.kraty.sdk.calls;

import static io.kraty.sdk.calls.Call.ME;
import static io.kraty.sdk.calls.Call.call;
import static io.kraty.sdk.calls.TextCall.text;

import io.kraty.api.model.ConsumeItemInput;
import io.kraty.sdk.live.InventoryStreamOptions;
import io.kraty.sdk.transport.Live;
import java.util.List;

class InventoryCallsTest extends CallsTest {
    private static final String STREAM = "GET " + ME + "/inventory/stream";
    private static final String STREAM_OF_ANOTHER = "GET /sdk/v1/players/other/inventory/stream";
    private static final InventoryStreamOptions OTHERS =
            InventoryStreamOptions.builder().ignoreOwnWrites(true).build();
    private static final String CONSUME = "POST " + ME + "/inventory/potion/consume";

    @Override
    List<Call> calls() {
        return List.of(
                call("GET " + ME + "/inventory", kraty -> kraty.inventory().list()),
                call(
                        "GET /sdk/v1/players/other/inventory",
                        kraty -> kraty.with(other()).inventory().list()),
                call(
                        CONSUME,
                        "{'quantity':2,'idempotencyKey':'key-1'}",
                        kraty -> kraty.inventory().consume("potion", 2)),
                call(
                        "POST /sdk/v1/players/other/inventory/potion/consume",
                        "{'quantity':2,'idempotencyKey':'mine'}",
                        kraty -> kraty.with(other().idempotencyKey("mine"))
                                .inventory()
                                .consume("potion", 2)),
                call(
                        CONSUME,
                        "{'quantity':2,'reason':'healed','idempotencyKey':'key-1'}",
                        kraty -> kraty.inventory()
                                .consume("potion", consume(2).reason("healed").build())),
                call(
                        CONSUME,
                        "{'quantity':9223372036854775807,'reason':'','idempotencyKey':'in-the-body'}",
                        kraty -> kraty.inventory()
                                .consume(
                                        "potion",
                                        consume(Long.MAX_VALUE)
                                                .reason("")
                                                .idempotencyKey("in-the-body")
                                                .build())),
                call(
                        "POST /sdk/v1/players/other/inventory/potion/consume",
                        "{'quantity':1,'reason':'healed','idempotencyKey':'mine'}",
                        kraty -> kraty.with(other().idempotencyKey("mine"))
                                .inventory()
                                .consume(
                                        "potion",
                                        consume(1)
                                                .reason("healed")
                                                .idempotencyKey("in-the-body")
                                                .build())),
                call(STREAM, kraty -> Live.drain(kraty.inventory().live())),
                call(STREAM, kraty -> Live.drain(kraty.inventory().live(OTHERS))),
                call(
                        STREAM_OF_ANOTHER,
                        kraty -> Live.drain(kraty.with(other()).inventory().live(OTHERS))),
                call(
                        STREAM,
                        kraty -> Live.hearInventory(heard -> kraty.inventory().live(heard))),
                call(
                        STREAM,
                        kraty -> Live.hearInventory(heard -> kraty.inventory().live(OTHERS, heard))),
                call(
                        STREAM_OF_ANOTHER,
                        kraty -> Live.hearInventory(
                                heard -> kraty.with(other()).inventory().live(OTHERS, heard))));
    }

    @Override
    List<TextCall> texts() {
        return List.of(
                text(
                        "GET /sdk/v1/players/{}/inventory/stream",
                        (kraty, text) ->
                                Live.drain(kraty.with(as(text)).inventory().live(OTHERS))),
                text(
                        "GET /sdk/v1/players/{}/inventory",
                        (kraty, text) -> kraty.with(as(text)).inventory().list()),
                text(
                        "POST /sdk/v1/players/{}/inventory/{}/consume",
                        "{'quantity':1,'reason':'{}','idempotencyKey':'key-1'}",
                        (kraty, text) -> kraty.with(as(text))
                                .inventory()
                                .consume(text, consume(1).reason(text).build())),
                text(
                        CONSUME,
                        "{'quantity':1,'reason':'{}','idempotencyKey':'key-1'}",
                        (kraty, text) -> kraty.inventory()
                                .consume("potion", consume(1).reason(text).build())));
    }

    private static ConsumeItemInput.Builder consume(long quantity) {
        return ConsumeItemInput.builder().quantity(quantity);
    }
}
