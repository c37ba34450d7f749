/** What Okio's jar does not say about itself: it has a name, but no descriptor, and jlink takes only jars with one. */
module okio {
    requires transitive kotlin.stdlib;
    requires java.logging;

    exports okio;
}
