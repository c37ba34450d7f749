package io.kraty.sdk.internal.transport;

/** What this build calls itself. */
final class SdkVersion {
    /** The value of the {@code X-Kraty-SDK} header. */
    static final String IDENTIFICATION = "kraty-java/${project.version}";

    /** The oldest OkHttp that it runs with. */
    static final String OKHTTP = "${okhttp.version}";

    private SdkVersion() {}
}
