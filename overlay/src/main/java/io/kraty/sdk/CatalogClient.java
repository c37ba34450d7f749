package io.kraty.sdk;

import io.kraty.api.CatalogApi;
import io.kraty.api.model.Catalog;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.internal.engine.Scope;

/**
 * What the game's items and currencies are called and look like. Get it from {@link Kraty#catalog()}. Thread-safe; each call
 * blocks until it is answered.
 *
 * @since 0.1.0
 */
public final class CatalogClient {
    private final Scope scope;

    CatalogClient(Scope scope) {
        this.scope = scope;
    }

    /**
     * All items and currencies. They change rarely: read them once per launch. {@code GET /sdk/v1/catalog}.
     *
     * @throws KratyException if the platform refuses or cannot be reached
     */
    public Catalog read() {
        return scope.call(CatalogApi.getCatalog());
    }
}
