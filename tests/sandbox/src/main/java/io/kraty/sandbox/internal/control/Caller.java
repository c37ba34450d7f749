package io.kraty.sandbox.internal.control;

import io.kraty.api.model.ErrorCode;
import io.kraty.sandbox.internal.game.base.ApiError;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may call. Programs may; so may the sandbox's own page. A page from elsewhere, which a developer has open in a
 * browser, may not: browsers say in {@code Origin} where a page that writes is from.
 *
 * <p>A page's own name can be made to lead to this machine, and then the browser takes the sandbox for the page's own
 * server. So the sandbox answers to addresses and to {@code localhost}, but to no other name.
 */
final class Caller {
    private static final Pattern OWN_HOST =
            Pattern.compile("(?i)(localhost|\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+])(:\\d{1,5})?");

    private Caller() {}

    /**
     * Lets the caller in.
     *
     * @throws ApiError 403 if it is a page from elsewhere
     */
    static void require(@Nullable String host, @Nullable String origin) {
        if (host != null && !OWN_HOST.matcher(host).matches()) {
            throw refused("The sandbox can be steered at an address or at localhost, not at " + host + ".");
        }
        if (origin != null && !origin.equalsIgnoreCase("http://" + host)) {
            throw refused("A page of " + origin + " may not steer the sandbox.");
        }
    }

    private static ApiError refused(String message) {
        return ApiError.forbidden(ErrorCode.FORBIDDEN, message);
    }
}
