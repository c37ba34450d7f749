/** A game on the module path. */
module com.example.game {
    requires io.kraty.sdk;
}
