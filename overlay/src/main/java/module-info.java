/** The Kraty SDK for game clients. Start at {@link io.kraty.sdk.Kraty}. */
module io.kraty.sdk {
    requires transitive io.kraty.api;
    requires transitive okhttp3;
    requires transitive org.jspecify;
    requires java.logging;

    exports io.kraty.sdk;
    exports io.kraty.sdk.error;
    exports io.kraty.sdk.live;
    exports io.kraty.sdk.request;
    exports io.kraty.sdk.store;
}
