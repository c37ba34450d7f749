package io.kraty.sdk.transport;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** What is no test, whichever directory this build compiles to: the option of ArchUnit knows those of an ordinary build. */
final class Shipped implements ImportOption {
    @Override
    public boolean includes(Location location) {
        return !location.contains("/test-classes/");
    }
}
