package io.kraty.sdk.calls;

import static io.kraty.sdk.calls.Call.call;

import java.util.List;

class CatalogCallsTest extends CallsTest {
    @Override
    List<Call> calls() {
        return List.of(
                call("GET /sdk/v1/catalog", kraty -> kraty.catalog().read()),
                call("GET /sdk/v1/catalog", kraty -> kraty.as("other").catalog().read()));
    }
}
