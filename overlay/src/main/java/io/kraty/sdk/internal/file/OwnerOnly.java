package io.kraty.sdk.internal.file;

import io.kraty.sdk.internal.log.Log;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Collectors;

/** What only its owner can use: by permissions on POSIX systems, from the first moment, and by an access list on Windows. */
final class OwnerOnly {
    private static final Log LOG = Log.of("store");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    /** What a file is made with where {@code place} is. */
    static FileAttribute<?>[] files(Path place) {
        return attributes(place, FILE);
    }

    /** What a directory is made with where {@code place} is; on Windows, what it inherits: there, files count. */
    static FileAttribute<?>[] directories(Path place) {
        return attributes(place, DIRECTORY);
    }

    private static FileAttribute<?>[] attributes(Path place, Set<PosixFilePermission> permissions) {
        return knows(place, "posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    /** Leaves {@code file}, which is empty yet, to its owner, if it was not made like that. A disk may know no such thing. */
    static void restrict(Path file) {
        if (knows(file, "posix") || !knows(file, "acl")) {
            return;
        }
        try {
            AclFileAttributeView view = Files.getFileAttributeView(file, AclFileAttributeView.class);
            if (view != null) {
                view.setAcl(
                        users(file, view).stream().map(OwnerOnly::everything).collect(Collectors.toList()));
            }
        } catch (IOException | SecurityException | UnsupportedOperationException e) {
            LOG.get().log(Level.FINE, "the disk of " + file + " knows no access lists", e);
        }
    }

    /** The owner, and the user: what an administrator makes is often owned by all of them, who may not be at hand later. */
    private static Set<UserPrincipal> users(Path file, AclFileAttributeView view) throws IOException {
        Set<UserPrincipal> users = new LinkedHashSet<>();
        users.add(view.getOwner());
        try {
            FileSystem system = file.getFileSystem();
            users.add(
                    system.getUserPrincipalLookupService().lookupPrincipalByName(System.getProperty("user.name", "")));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.get().log(Level.FINE, "the system does not know the user by the name that Java has", e);
        }
        return users;
    }

    private static AclEntry everything(UserPrincipal user) {
        return AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(user)
                .setPermissions(AclEntryPermission.values())
                .build();
    }

    private static boolean knows(Path place, String view) {
        return place.getFileSystem().supportedFileAttributeViews().contains(view);
    }
}
