package io.kraty.sdk.calls;

import static io.kraty.sdk.calls.Call.call;

import io.kraty.sdk.Kraty;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

class SystemCallsTest extends CallsTest {
    private static final String TIME = "GET /sdk/v1/time";
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    @Override
    List<Call> calls() {
        return List.of(
                call(TIME, Kraty::getServerTime),
                call(TIME, kraty -> kraty.with(other()).getServerTime()),
                call(TIME + "?timezone=Europe%2FLisbon", kraty -> kraty.getServerTime(LISBON)),
                call(
                        TIME + "?timezone=Europe%2FLisbon",
                        kraty -> kraty.with(other()).getServerTime(LISBON)),
                call(TIME, kraty -> kraty.getServerTime(ZoneOffset.UTC)),
                call(TIME + "?timezone=Etc%2FGMT%2B3", kraty -> kraty.getServerTime(ZoneId.of("Etc/GMT+3"))),
                // Three times if it is answered; a refusal that asking again cannot help ends it.
                call(TIME, Kraty::syncTime),
                call(TIME, kraty -> kraty.with(other()).syncTime()),
                call("GET /sdk/v1/ping", Kraty::ping),
                call("GET /sdk/v1/ping", kraty -> kraty.with(other()).ping()));
    }
}
