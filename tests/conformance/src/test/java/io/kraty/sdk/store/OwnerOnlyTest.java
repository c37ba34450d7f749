package io.kraty.sdk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of all three stores are their owner's alone, by what each system has for that. */
class OwnerOnlyTest {
    static Stream<Consumer<Path>> stores() {
        return Stream.of(
                file -> new FileSecretStore(file).write("name", "value"),
                file -> new FileOutboxStore(file).update("name", before -> "value"),
                file -> new FileMembershipStore(file).update("name", before -> "value"));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void onWindows_accessListsHoldTheOwnerAlone(Consumer<Path> store) throws Exception {
        Configuration windows = Configuration.windows().toBuilder()
                .setAttributeViews("basic", "owner", "acl")
                .build();
        try (FileSystem disk = Jimfs.newFileSystem(windows)) {
            Path file = disk.getPath("C:\\Users\\ann\\AppData\\Local\\Kraty\\player.json");
            store.accept(file);
            store.accept(file); // also what takes the place of the first

            AclFileAttributeView view = Files.getFileAttributeView(file, AclFileAttributeView.class);
            List<AclEntry> entries = view.getAcl();
            assertTrue(entries.stream().anyMatch(entry -> entry.principal().equals(owner(view))), entries::toString);
            for (AclEntry entry : entries) {
                assertEquals(AclEntryType.ALLOW, entry.type());
                assertTrue(
                        List.of(owner(view).getName(), System.getProperty("user.name"))
                                .contains(entry.principal().getName()),
                        entries::toString);
            }
        }
    }

    private static java.nio.file.attribute.UserPrincipal owner(AclFileAttributeView view) {
        try {
            return view.getOwner();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void onPosix_permissionsAreTheOwnersAlone(Consumer<Path> store) throws Exception {
        Configuration posix = Configuration.unix().toBuilder()
                .setAttributeViews("basic", "owner", "posix", "unix")
                .build();
        try (FileSystem disk = Jimfs.newFileSystem(posix)) {
            Path directory = disk.getPath("/home/ann/.local/share/kraty");
            store.accept(directory.resolve("player.json"));

            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)));
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
                }
            }
        }
    }
}
