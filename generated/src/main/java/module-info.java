/** The generated models and endpoints of the platform's client API. */
module io.kraty.api {
    requires java.logging;
    requires transitive com.google.gson;
    requires transitive org.jspecify;

    exports io.kraty.api;
    exports io.kraty.api.model;
    exports io.kraty.api.runtime;
}
